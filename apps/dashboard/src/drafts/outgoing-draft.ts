import type { DraftKind, DraftParts, HeldBack } from './draft-kind.ts'
import { valueAt, withValueAt } from './draft-path.ts'
import type { MergeConflict } from './merge-drafts.ts'
import type { RefusedPlaces } from './refused-places.ts'

export interface Outgoing<Draft> {
  /** Null: what is wrong cannot be told apart from the rest, so nothing is sent. */
  draft: Draft | null
  held: HeldBack[]
}

/** Each place once, with the first thing that is wrong there. */
const once = (places: readonly HeldBack[]): HeldBack[] =>
  [...new Map(places.toReversed().map((place) => [place.path.join('/'), place])).values()].toReversed()

interface Written<Draft> {
  mine: Draft
  saved: Draft
  conflicts: readonly MergeConflict[]
  refused?: RefusedPlaces
}

/**
 * What of a draft can be saved now. Places in dispute say what the other person wrote until somebody has chosen, and
 * places that the contract or the server refuses say what they said before: all else is saved, and none of it waits for
 * them.
 */
export const outgoingDraft = <Parts extends DraftParts>(
  kind: DraftKind<Parts>,
  { mine, saved, conflicts, refused }: Written<Parts['draft']>,
): Outgoing<Parts['draft']> => {
  const known = [kind.flatten(mine), kind.flatten(saved)]
  let flat = kind.trim(kind.flatten(mine))
  for (const { path, theirs } of conflicts) flat = withValueAt(flat, path, theirs)
  const { wrong } = kind.check(kind.unflatten(flat, known))
  if (wrong === null) return { draft: null, held: [] }
  const held = once([...wrong, ...(refused?.in(flat) ?? [])])
  const before = kind.flatten(saved)
  for (const { path } of held) flat = withValueAt(flat, path, valueAt(before, path))
  return { draft: kind.check(kind.unflatten(flat, known)).draft, held }
}
