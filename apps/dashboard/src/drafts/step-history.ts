import type { Json } from '@assay/contracts'
import type { DraftForm } from './draft-kind.ts'
import { mergeFlat } from './merge-flat-drafts.ts'

export interface Step<Draft> {
  from: Draft
  to: Draft
}

/** Each step holds two drafts. Nobody takes back more than this one by one, and a page may stay open all day. */
export const MOST_STEPS = 100

/** Only what the step itself did is taken back: what was written since stays. */
export const without = <Draft, Flat extends Json>(
  form: DraftForm<Draft, Flat>,
  { from, to }: Step<Draft>,
  draft: Draft,
): Draft => mergeFlat(form, { base: to, mine: draft, theirs: from }).merged

/** Steps that can be taken back, and done again. The oldest are forgotten first. */
export class StepHistory<Draft, Flat extends Json> {
  #done: Step<Draft>[] = []
  #takenBack: Step<Draft>[] = []
  readonly #form: DraftForm<Draft, Flat>

  constructor(form: DraftForm<Draft, Flat>) {
    this.#form = form
  }

  get mayUndo(): boolean {
    return this.#done.length > 0
  }

  get mayRedo(): boolean {
    return this.#takenBack.length > 0
  }

  readonly did = (step: Step<Draft>): void => {
    this.#done = [...this.#done.slice(1 - MOST_STEPS), step]
    this.#takenBack = []
  }

  /** The draft without the last step; null when there is none. */
  readonly undo = (draft: Draft): Draft | null => this.#travel(draft, this.#done, this.#takenBack)
  readonly redo = (draft: Draft): Draft | null => this.#travel(draft, this.#takenBack, this.#done)

  #travel(draft: Draft, taken: Step<Draft>[], other: Step<Draft>[]): Draft | null {
    const step = taken.pop()
    if (!step) return null
    const to = without(this.#form, step, draft)
    other.push({ from: draft, to })
    return to
  }
}
