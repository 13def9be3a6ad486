import { expect, test } from '@jest/globals'
import type { FoundFit } from './comparison-fits.queries.ts'
import type { CountedScorecard } from './comparison-table.ts'
import { fairSideOf } from './fair-scores.ts'

const APPLICATIONS = ['ada', 'bob', 'cid'].map((applicationId) => ({
  applicationId,
  candidateName: applicationId.toUpperCase(),
  status: 'active' as const,
}))

const figure = (applicationId: string, measure: number, set = 0) => ({
  applicationId,
  measure,
  score: 2.5 + measure / 10,
  low: 2,
  high: 3,
  se: 0.3,
  set,
  interviewers: 2,
  ratings: 8,
})

const FIT: FoundFit = {
  id: 'fit',
  refusal: null,
  because: null,
  modelVersion: 'one',
  takenAt: '2026-01-01T00:00:00Z',
  isStale: false,
  candidates: [figure('ada', 0), figure('bob', 3), figure('cid', 1)],
  pairs: [
    { a: 'ada', b: 'bob', probability: 0.01, state: 'ahead', because: 'bob is ahead of ada' },
    { a: 'ada', b: 'cid', probability: 0.4, state: 'cannot_be_told_apart', because: 'ada and cid' },
    { a: 'bob', b: 'cid', probability: 0.97, state: 'ahead', because: 'bob is ahead of cid' },
  ],
  next: [],
  leans: {
    kim: { lean: 'leans', strict: true, candidates: 14 },
    lee: { lean: 'may_lean', strict: false, candidates: 9 },
    max: { lean: 'too_little_evidence', strict: true, candidates: 2 },
  },
  warnings: [],
}
const side = (fit: FoundFit | null, scorecards: CountedScorecard[] = [], more = {}) =>
  fairSideOf({ fit, failed: null, isAtWork: false, ...more }, APPLICATIONS, scorecards)

const by = (raterId: string, level: number | null): CountedScorecard => ({
  scorecardId: raterId,
  applicationId: 'ada',
  raterId,
  raterName: raterId,
  scale: 4,
  recommendation: 'yes',
  ratings: [{ competencyId: 'testing', name: 'Testing', level }],
})

test('tiers hold by name whom nothing tells apart, and end below whoever is ahead of all', () => {
  expect(side(FIT).tiers).toEqual([[['bob'], ['ada', 'cid']]])
})

test('who is nobody’s equal for certain shares a tier with whoever is between', () => {
  const between = FIT.pairs.map((pair) =>
    pair.a === 'bob' ? { ...pair, state: 'probably_ahead' as const, probability: 0.92 } : pair,
  )
  expect(side({ ...FIT, pairs: between }).tiers).toEqual([[['ada', 'bob', 'cid']]])
})

test('candidates whom nothing links stand in lists of their own, and it is said what would link them', () => {
  const apart = { ...FIT, candidates: [figure('ada', 0), figure('bob', 3, 1), figure('cid', 1)] }
  const { tiers, fit } = side(apart)
  expect(tiers).toEqual([[['ada', 'cid']], [['bob']]])
  expect(fit).toMatchObject({
    status: 'disconnected',
    because: expect.stringContaining('link them') as unknown,
  })
})

test('how raters lean counts everybody who gave a mark, and whoever was not measured as too little', () => {
  const { of } = side(FIT, [by('kim', 4), by('lee', 2), by('max', 3), by('new', 1), by('none', null)])
  expect(of(APPLICATIONS[0]!)).toMatchObject({
    panel: {
      raters: 4,
      strict: 1,
      lenient: 1,
      neither: 0,
      tooLittle: 2,
      candidates: { fewest: 0, most: 14 },
    },
    because: null,
  })
  const { panel, because } = side(FIT, [by('kim', 4), by('lee', 2)]).of(APPLICATIONS[0]!)
  expect([panel, because]).toEqual([null, expect.stringContaining('Fewer than 3')])
})

test('of interviews to come the best of each pair is told, three at most, the most telling first', () => {
  const option = (candidate: string, against: string, chance: number) => ({
    candidate,
    against,
    interviewer: 'kim',
    interviewerName: 'Kim',
    competency: 'testing',
    seBefore: 0.4,
    seAfter: 0.3,
    probabilityToldApart: chance,
  })
  const next = [
    option('ada', 'bob', 0.1),
    option('bob', 'ada', 0.2),
    option('ada', 'cid', 0.5),
    option('cid', 'bob', 0.3),
  ]
  const told = side({ ...FIT, next }).wouldChange.map((one) => [one.applicationId, one.probabilityToldApart])
  expect(told).toEqual([
    ['ada', 0.5],
    ['cid', 0.3],
    ['bob', 0.2],
  ])
})

test('without figures it says why', () => {
  expect(side(null)).toMatchObject({
    fit: null,
    noFitBecause: expect.stringContaining('No fair scores') as unknown,
  })
  expect(side(null, [], { isAtWork: true }).noFitBecause).toContain('being computed')
  const failed = { because: 'It took too much time or memory and was stopped.', at: '2026-01-01T00:00:00Z' }
  expect(side(null, [], { failed }).noFitBecause).toContain('too much time')
  expect(side(FIT, [], { failed }).fit).toMatchObject({
    status: 'fresh',
    because: expect.stringContaining('too much time') as unknown,
  })
  const refused = {
    ...FIT,
    refusal: 'not_identified' as const,
    because: 'All equal.',
    candidates: [],
    pairs: [],
  }
  const { fit, tiers, of } = side(refused)
  expect([fit!.status, tiers]).toEqual(['not_identified', []])
  expect(of(APPLICATIONS[0]!)).toMatchObject({
    fair: null,
    panel: null,
    because: expect.stringContaining('All equal') as unknown,
  })
})
