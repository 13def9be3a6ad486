import { expect, test } from '@jest/globals'
import { emptyScorecard, type ScorecardContent, type VersionContent } from '@assay/contracts'
import { revisionDifferences } from './revision-differences.ts'

const kit = {
  scale: 4,
  competencies: [{ id: 'depth', name: 'Depth' }],
  structures: [{ id: 'steps', name: 'Design steps', steps: [{ key: 'a', text: 'Asks for numbers' }] }],
  signals: [{ id: 'curious', text: 'Asks back' }],
  sections: [
    {
      questions: [
        {
          id: 'gil',
          title: 'The lock',
          expectedPoints: ['One at a time'],
          seniorExtras: [],
          redFlags: ['Guesses'],
        },
      ],
    },
  ],
} as unknown as VersionContent

/** The keys with their names, as far as they have any. */
const text = ((key: string, { name, kind }: { name?: string; kind?: string } = {}) =>
  [key, name ?? kind].filter(Boolean).join(' ')) as unknown as Parameters<typeof revisionDifferences>[3]

const said = (more: Partial<ScorecardContent>): ScorecardContent => {
  const { privateNotes: _own, handOff: _separate, ...content } = emptyScorecard
  return { ...content, recommendation: 'yes', confidence: 'high', summary: 'Knows it.', ...more }
}
const rated = (level: 1 | 4 | 'not_assessed', words: string): ScorecardContent['ratings'] => ({
  depth: { level, evidence: { e: { kind: 'quote', text: words, questionId: null } } },
})
const differ = (before: Partial<ScorecardContent>, after: Partial<ScorecardContent>) =>
  revisionDifferences(said(before), said(after), kit, text)

test('the same words are no difference', () => {
  expect(differ({ ratings: rated(4, 'So.') }, { ratings: rated(4, 'So.') })).toEqual([])
})

test('recommendation, confidence and summary, each by itself', () => {
  expect(differ({}, { recommendation: 'no', confidence: 'low', summary: 'Knows it.\nNot deeply.' })).toEqual([
    { of: 'scorecard.place.recommendation', before: ['scorecard.end.yes'], after: ['scorecard.end.no'] },
    { of: 'scorecard.place.confidence', before: ['scorecard.end.high'], after: ['scorecard.end.low'] },
    { of: 'scorecard.place.summary', before: ['Knows it.'], after: ['Knows it.', 'Not deeply.'] },
  ])
})

test('a level in words, and not assessed as a value of its own; evidence with its kind', () => {
  expect(differ({ ratings: rated(4, 'So.') }, { ratings: rated('not_assessed', 'Else.') })).toEqual([
    {
      of: 'scorecard.place.rating Depth',
      before: ['rating.strong_yes'],
      after: ['scorecard.rating.not_assessed'],
    },
    {
      of: 'scorecard.place.evidence Depth',
      before: ['scorecards.evidence scorecard.evidence.quoteSo.'],
      after: ['scorecards.evidence scorecard.evidence.quoteElse.'],
    },
  ])
})

test('notes and ticks of a question, steps and signals', () => {
  const answer = { notes: 'Said so.', expectedPoints: { 0: true }, seniorExtras: {}, redFlags: {} } as const
  const after = {
    questions: { gil: answer },
    structures: { steps: { a: true } },
    signals: { curious: true },
  } as const
  expect(differ({}, after)).toEqual([
    { of: 'scorecard.place.notes The lock', before: [], after: ['Said so.'] },
    { of: 'scorecards.ticksOn The lock', before: [], after: ['One at a time'] },
    { of: 'scorecards.ticksOn Design steps', before: [], after: ['Asks for numbers'] },
    { of: 'scorecard.listen.title', before: [], after: ['Asks back'] },
  ])
})
