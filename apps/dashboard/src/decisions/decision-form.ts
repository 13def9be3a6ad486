import { type Decision, type PresentSnapshot, prose, supersedeDecision } from '@assay/contracts'
import type { z } from 'zod'
import type { FieldsForm } from '../components/form-fields.tsx'

/** With the reason why it replaces another one. */
export const replacing = supersedeDecision
/** The first of its application replaces none. */
export const making = supersedeDecision.safeExtend({ because: prose(4_000) })

export type DecisionValues = z.input<typeof replacing>
export type DecisionForm = FieldsForm<DecisionValues>

/** Nothing is chosen beforehand: not the outcome, and not what is said of whom. */
export const emptyDecision = ({ hash }: PresentSnapshot) => ({
  rationale: { text: '', competencies: [] },
  dissent: [],
  reasonId: null,
  snapshotHash: hash,
  because: '',
})

/** The decision that stands in the way of another one; a decision to go on does not. */
export const standingOf = (decisions: readonly Decision[]): Decision | undefined =>
  decisions.find(
    ({ state, outcome }) => state === 'waiting' || (state === 'decided' && outcome !== 'continue'),
  )
