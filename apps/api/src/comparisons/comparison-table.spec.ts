import { expect, test } from '@jest/globals'
import { type CountedScorecard, marksOf, namesOnly } from './comparison-table.ts'

const PROFILE = [{ id: 'testing', name: 'Testing', weight: 2, bar: 3, inProfile: true }]
const ADA = { applicationId: 'ada', candidateName: 'Ada', status: 'active' as const }

const scorecard = (
  raterId: string,
  levels: Record<string, number | null>,
  more: Partial<CountedScorecard> = {},
): CountedScorecard => ({
  scorecardId: `by-${raterId}`,
  applicationId: 'ada',
  raterId,
  raterName: raterId,
  scale: 4,
  recommendation: 'yes',
  ratings: Object.entries(levels).map(([competencyId, level]) => ({
    competencyId,
    name: competencyId,
    level,
  })),
  ...more,
})

const one = (scorecards: CountedScorecard[]) => marksOf(PROFILE, [ADA], scorecards).applications[0]!

test('a cell holds every mark, their mean, how far they are apart, and how many did not assess', () => {
  const { cells, raw } = one([
    scorecard('kim', { testing: 4 }),
    scorecard('lee', { testing: 1 }),
    scorecard('max', { testing: null }),
  ])
  expect(cells[0]).toMatchObject({ mean: 2.5, spread: 3, raters: 2, notAssessed: 1, because: null })
  expect(cells[0]!.ratings.map(({ raterId, level }) => [raterId, level])).toEqual([
    ['kim', 4],
    ['lee', 1],
  ])
  expect(raw).toEqual({ mean: 2.5, ratings: 2, raters: 2, because: null })
})

test('who rates twice is one rater with two marks', () => {
  const { cells, recommendations } = one([
    scorecard('kim', { testing: 4 }),
    scorecard('kim', { testing: 3 }, { scorecardId: 'second', recommendation: 'strong_yes' }),
  ])
  expect(cells[0]).toMatchObject({ mean: 3.5, spread: 1, raters: 1 })
  expect(recommendations).toEqual({ strong_no: 0, no: 0, yes: 1, strong_yes: 1 })
})

test('marks on two scales have no mean and no spread, with the reason', () => {
  const { cells, raw } = one([
    scorecard('kim', { testing: 4 }),
    scorecard('lee', { testing: 4 }, { scale: 5 }),
  ])
  expect(cells[0]).toMatchObject({ mean: null, spread: null, raters: 2 })
  expect([cells[0]!.because, raw!.because]).toEqual([
    expect.stringContaining('scales'),
    expect.stringContaining('scales'),
  ])
  expect(raw!.mean).toBeNull()
})

test('not assessed by everybody is no mark at all', () => {
  const { cells, raw } = one([scorecard('kim', { testing: null })])
  expect(cells[0]).toMatchObject({ mean: null, spread: null, raters: 0, notAssessed: 1, ratings: [] })
  expect(raw).toMatchObject({ mean: null, ratings: 0, raters: 0 })
})

test('what was rated beside the profile stands last and weighs nothing', () => {
  const { competencies } = marksOf(PROFILE, [ADA], [scorecard('kim', { writing: 2, design: 3 })])
  expect(competencies.map(({ id, weight, inProfile }) => [id, weight, inProfile])).toEqual([
    ['testing', 2, true],
    ['design', 0, false],
    ['writing', 0, false],
  ])
})

test('it says what is missing', () => {
  expect(marksOf(PROFILE, [], []).nothing).toContain('No active application')
  expect(marksOf(PROFILE, [ADA], []).nothing).toContain('None of these candidates')
  expect(marksOf(PROFILE, [ADA], [scorecard('kim', { testing: 1 })]).nothing).toBeNull()
})

test('of whom nothing may be told, only the name is left', () => {
  expect(namesOnly([ADA])).toEqual({
    competencies: [],
    applications: [
      {
        applicationId: 'ada',
        candidateName: 'Ada',
        status: null,
        cells: [],
        recommendations: null,
        raw: null,
      },
    ],
    nothing: null,
  })
})
