import {
  type Json,
  isFields,
  MAX_EVIDENCE,
  MAX_NOTE,
  MAX_SCORECARD,
  MAX_SUMMARY,
  type ScorecardDraft,
  wrongInProse,
} from '@assay/contracts'
import type { Checked, HeldBack } from '../../drafts/draft-kind.ts'

interface Prose {
  path: string[]
  value: string
  maximum: number
}

/** Everything in it that a person types. */
const proseIn = ({ questions, ratings, summary, privateNotes }: ScorecardDraft): Prose[] => [
  ...Object.entries(questions).map(([id, { notes }]) => ({
    path: ['questions', id, 'notes'],
    value: notes,
    maximum: MAX_NOTE,
  })),
  ...Object.entries(ratings).flatMap(([id, { evidence }]) =>
    Object.entries(evidence).map(([piece, { text }]) => ({
      path: ['ratings', id, 'evidence', piece, 'text'],
      value: text,
      maximum: MAX_EVIDENCE,
    })),
  ),
  { path: ['summary'], value: summary, maximum: MAX_SUMMARY },
  { path: ['privateNotes'], value: privateNotes, maximum: MAX_NOTE },
]

const composed = (value: Json): Json => {
  if (typeof value === 'string') return value.normalize('NFC')
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, composed(inner)]))
}

/**
 * What is typed is checked here, so that a text too long for any request does not hold up the others. Whether everything
 * else fits the kit is the server's to say: the shapes that could tell are heavier than the rest of the page.
 */
export const checkScorecard = (draft: ScorecardDraft): Checked<ScorecardDraft> => {
  const wrong = proseIn(draft).flatMap(({ path, value, maximum }): HeldBack[] => {
    const because = wrongInProse(value, maximum)
    return because === null ? [] : [{ path, because }]
  })
  if (wrong.length > 0) return { draft: null, wrong }
  if (JSON.stringify(draft).length > MAX_SCORECARD) {
    const because = `A scorecard holds at most ${MAX_SCORECARD} characters.`
    return { draft: null, wrong: [{ path: ['questions'], because }] }
  }
  return { draft: composed(draft) as unknown as ScorecardDraft, wrong: [] }
}
