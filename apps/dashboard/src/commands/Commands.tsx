import { lazy, Suspense } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useNavigate } from 'react-router'
import { usePages } from '../layout/usePages.ts'
import { openPalette, usePalette } from './palette-state.ts'

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette.tsx')).CommandPalette }))
const KeyboardHelp = lazy(async () => ({ default: (await import('./KeyboardHelp.tsx')).KeyboardHelp }))

/** The keys that work everywhere behind sign-in. Single keys rest while someone types. */
export const Commands = () => {
  const palette = usePalette()
  const navigate = useNavigate()
  const pages = usePages()
  useHotkeys('mod+k', () => openPalette(palette === 'search' ? null : 'search'), {
    preventDefault: true,
    enableOnFormTags: true,
    enableOnContentEditable: true,
  })
  useHotkeys('?', () => openPalette('keys'), { useKey: true, preventDefault: true })
  useHotkeys(
    pages.map(({ key }) => `g>${key}`),
    (_event, { keys }) => {
      const page = pages.find(({ key }) => key === keys?.at(-1))
      if (page) void navigate(page.to)
    },
    { enabled: pages.length > 0 },
  )
  return (
    <Suspense fallback={null}>
      {palette === 'search' && <CommandPalette />}
      {palette === 'keys' && <KeyboardHelp />}
    </Suspense>
  )
}
