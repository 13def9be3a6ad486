import { useHotkeys } from 'react-hotkeys-hook'
import type { VersionEngine } from './draft/version-kind.ts'

/** In a text field these keys belong to the text: there the browser takes back letters. */
export const useUndoKeys = (engine: VersionEngine): void => {
  useHotkeys('mod+z', () => engine.undo(), { preventDefault: true })
  useHotkeys(['mod+shift+z', 'mod+y'], () => engine.redo(), { preventDefault: true })
}
