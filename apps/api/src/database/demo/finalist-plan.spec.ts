import { expect, test } from '@jest/globals'
import { interviewKits, levelProfiles } from '@assay/interview-kits'
import { fit, pairs, type Rating, type Run } from '@assay/measurement'
import { finalists, type PlannedPerson, plan, plannedLevel } from './finalist-plan.ts'

const ratings: Rating[] = plan.flatMap((person) =>
  person.panels.flatMap(([kit, panel]) =>
    interviewKits
      .find(({ key }) => key === kit)!
      .competencies.flatMap((competency) =>
        panel.flatMap((interviewer) => {
          const level = plannedLevel(person, interviewer, competency)
          const question = `${kit}/${competency}`
          if (level === 'not_assessed') return []
          return [{ candidate: String(person.place), interviewer, question, competency, scale: '4', level }]
        }),
      ),
  ),
)

/** As the senior profile weighs them. */
const { competencies } = levelProfiles.find(({ key }) => key === 'level.senior')!

const fitted: Run = (() => {
  const answer = fit({
    scales: { 4: { levels: 4 } },
    competencies: competencies.map(({ competency }) => competency).toSorted(),
    weights: Object.fromEntries(competencies.map(({ competency, weight }) => [competency, weight])),
    ratings,
  })
  if (answer.status !== 'ok') throw new Error(answer.status)
  return answer
})()

const rawMean = ({ place }: PlannedPerson): number => {
  const own = ratings.filter(({ candidate }) => candidate === String(place))
  return own.reduce((sum, { level }) => sum + level!, 0) / own.length
}
const fairScore = ({ place }: PlannedPerson): number =>
  fitted.candidates.find(({ candidate }) => candidate === String(place))!.fair
const highest = (of: (person: PlannedPerson) => number): number =>
  finalists.toSorted((a, b) => of(b) - of(a))[0]!.place
const stateOf = (a: number, b: number): string => {
  const answer = pairs(fitted, [[String(finalists[a]!.place), String(finalists[b]!.place)]])
  if (answer.status !== 'ok') throw new Error(answer.status)
  return answer.pairs[0]!.state
}

test('one interviewer rates strictly and one leniently, and the model finds both', () => {
  const leaning = fitted.interviewers.filter(({ lean }) => lean === 'leans')
  expect(leaning.map(({ interviewer, severity }) => [interviewer, severity > 0])).toEqual([
    ['kenji.watanabe', true],
    ['priya.raman', false],
  ])
  expect(fitted.sets).toHaveLength(1)
})

test('whoever leads in raw means is not ahead, and somebody else is ahead of all', () => {
  expect(highest(rawMean)).toBe(1)
  expect(highest(fairScore)).toBe(0)
  for (const other of [1, 2, 3, 4]) expect(stateOf(0, other)).toBe('ahead')
})

test('two whose raw means differ cannot be told apart', () => {
  expect(rawMean(finalists[2]!) - rawMean(finalists[3]!)).toBeGreaterThan(0.3)
  expect(stateOf(2, 3)).toBe('cannot_be_told_apart')
})

test('one panel is split', () => {
  const split = finalists[4]!
  const means = ['tomasz.zielinski', 'ines.duarte'].map((rater) => {
    const own = ratings.filter((one) => one.candidate === String(split.place) && one.interviewer === rater)
    return own.reduce((sum, { level }) => sum + level!, 0) / own.length
  })
  expect(means[0]! - means[1]!).toBeGreaterThan(1.2)
})
