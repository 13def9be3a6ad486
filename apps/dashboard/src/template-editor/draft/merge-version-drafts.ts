import { type Json, type VersionDraft } from '@assay/contracts'
import { withValueAt } from '../../drafts/draft-path.ts'
import { mergeDrafts, type Merged } from '../../drafts/merge-drafts.ts'
import { flatten, unflatten } from './flat-draft.ts'

interface Sides {
  base: VersionDraft
  mine: VersionDraft
  theirs: VersionDraft
}

/** Two states of one draft put together. The paths of conflicts are those of the flat draft. */
export const mergeVersionDrafts = ({ base, mine, theirs }: Sides): Merged<VersionDraft> => {
  const [before, own, other] = [flatten(base), flatten(mine), flatten(theirs)]
  const { merged, conflicts } = mergeDrafts(before, own, other)
  return { merged: unflatten(merged, [own, other, before]), conflicts }
}

/** The draft with that text in a place that two people wrote on; sections it needs are taken from `known`. */
export const withChoice = (
  draft: VersionDraft,
  path: readonly string[],
  value: Json | undefined,
  known: readonly VersionDraft[] = [],
): VersionDraft => unflatten(withValueAt(flatten(draft), path, value), known.map(flatten))
