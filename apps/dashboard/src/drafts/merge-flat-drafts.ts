import type { Json } from '@assay/contracts'
import type { DraftForm } from './draft-kind.ts'
import { withValueAt } from './draft-path.ts'
import { type MergeConflict, mergeDrafts, type Merged } from './merge-drafts.ts'
import type { SentDrafts } from './sent-drafts.ts'

interface Sides<Draft> {
  base: Draft
  mine: Draft
  theirs: Draft
}

/** Two states of one draft put together. The paths of conflicts are those of the flat draft. */
export const mergeFlat = <Draft, Flat extends Json>(
  { flatten, unflatten }: DraftForm<Draft, Flat>,
  { base, mine, theirs }: Sides<Draft>,
): Merged<Draft> => {
  const [before, own, other] = [flatten(base), flatten(mine), flatten(theirs)]
  const { merged, conflicts } = mergeDrafts(before, own, other)
  return { merged: unflatten(merged, [own, other, before]), conflicts }
}

interface Choice<Draft> {
  path: readonly string[]
  value: Json | undefined
  /** What the place needs around it is taken from these. */
  known?: readonly Draft[]
}

/** The draft with that text in a place that two people wrote on. */
export const withChoice = <Draft, Flat extends Json>(
  { flatten, unflatten }: DraftForm<Draft, Flat>,
  draft: Draft,
  { path, value, known = [] }: Choice<Draft>,
): Draft => unflatten(withValueAt(flatten(draft), path, value), known.map(flatten))

interface Meeting<Draft> extends Sides<Draft> {
  /** What is in dispute already. */
  open: readonly MergeConflict[]
  sent: SentDrafts
}

/**
 * What is written here, put together with what the server says now. Where it says what this page had sent, nobody is
 * asked: what was written since stands.
 */
export const mergeMeeting = <Draft, Flat extends Json>(
  form: DraftForm<Draft, Flat>,
  { open, sent, ...sides }: Meeting<Draft>,
): Merged<Draft> => {
  const { merged, conflicts } = mergeFlat(form, sides)
  const asked = new Set(conflicts.map(({ path }) => path.join('/')))
  const known = [sides.mine, sides.theirs]
  return {
    merged: conflicts
      .filter(sent.says)
      .reduce((draft, { path, mine }) => withChoice(form, draft, { path, value: mine, known }), merged),
    conflicts: [
      ...open.filter(({ path }) => !asked.has(path.join('/'))),
      ...conflicts.filter((conflict) => !sent.says(conflict)),
    ],
  }
}
