import type { VersionDraft } from '@assay/contracts'
import { mergeVersionDrafts } from './merge-version-drafts.ts'

export interface Step {
  from: VersionDraft
  to: VersionDraft
}

/** Each step holds two drafts. Nobody takes back more than this one by one, and a page may stay open all day. */
export const MOST_STEPS = 100

/** Only what the step itself did is taken back: what was written since stays. */
export const without = ({ from, to }: Step, draft: VersionDraft): VersionDraft =>
  mergeVersionDrafts({ base: to, mine: draft, theirs: from }).merged

/** Steps that can be taken back, and done again. The oldest are forgotten first. */
export class StepHistory {
  #done: Step[] = []
  #takenBack: Step[] = []

  get mayUndo(): boolean {
    return this.#done.length > 0
  }

  get mayRedo(): boolean {
    return this.#takenBack.length > 0
  }

  readonly did = (step: Step): void => {
    this.#done = [...this.#done.slice(1 - MOST_STEPS), step]
    this.#takenBack = []
  }

  /** The draft without the last step; null when there is none. */
  readonly undo = (draft: VersionDraft): VersionDraft | null => travel(draft, this.#done, this.#takenBack)
  readonly redo = (draft: VersionDraft): VersionDraft | null => travel(draft, this.#takenBack, this.#done)
}

const travel = (draft: VersionDraft, taken: Step[], other: Step[]): VersionDraft | null => {
  const step = taken.pop()
  if (!step) return null
  const to = without(step, draft)
  other.push({ from: draft, to })
  return to
}
