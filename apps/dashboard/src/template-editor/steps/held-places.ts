import type { Text } from '../../i18n/text.ts'
import type { DraftSnapshot } from '../draft/version-kind.ts'
import { placeOfPath } from '../draft/gap-place.ts'
import { conflictLabel } from '../notices/conflict-words.ts'

/** A place of the draft that is not saved as it is written, and why. */
export interface HeldPlace {
  place: string
  words: string
}

/** What a version would not say although it is written: wrong texts and numbers, and texts that wait for a choice. */
export const heldPlaces = (snapshot: DraftSnapshot, text: Text): HeldPlace[] => {
  const context = { ...snapshot, text }
  const disputed = snapshot.conflicts.map(({ path }) => ({
    path,
    because: text('templateEditor.conflict.title', { smart_count: 1 }),
  }))
  return [...disputed, ...snapshot.held].map(({ path, because }) => ({
    place: placeOfPath(path),
    words: text('templateEditor.step.heldBecause', { label: conflictLabel(path, context), because }),
  }))
}
