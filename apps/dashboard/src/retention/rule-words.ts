import type { RetentionRule } from '@assay/contracts'
import type { Text } from '../i18n/text.ts'

type OfPlace = Pick<RetentionRule, 'jobId' | 'jobTitle' | 'office'>

const placeWords = ({ jobId, jobTitle, office }: OfPlace, text: Text): string => {
  if (jobId !== null) return text('retention.ofJob', { job: jobTitle ?? '' })
  return office === null ? text('retention.forAll') : text('retention.ofOffice', { office })
}

/** What a rule is for. */
export const ruleTitle = (rule: RetentionRule, text: Text): string =>
  text('retention.title', {
    outcome: text(`retention.outcomeOf.${rule.outcome}`),
    place: placeWords(rule, text),
  })

/** What it says. */
export const ruleSays = ({ months, mode }: RetentionRule, text: Text): string =>
  months === null
    ? text('retention.keepsNone')
    : `${text('retention.keeps', { smart_count: months })}, ${text(`retention.afterwards.${mode}`)}`
