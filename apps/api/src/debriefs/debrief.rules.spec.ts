import { describe, expect, test } from '@jest/globals'
import { emptyScorecard, type RatingLevel, type Recommendation, type Scale } from '@assay/contracts'
import { agendaOf, type HeardScorecard } from './debrief-agenda.rules.ts'
import {
  judgeBeginningToTalk,
  judgeClosing,
  judgeReopening,
  judgeVoting,
  judgeWritingNotes,
  stateOf,
  type DebriefFacts,
  type Taking,
} from './debrief.rules.ts'

const facts: DebriefFacts = {
  asksWhileOwing: false,
  owing: 0,
  submitted: 2,
  waitsForAll: false,
  isOpened: false,
  isTalking: false,
  isClosed: false,
}

test.each<[Partial<DebriefFacts>, string]>([
  [{}, 'reading'],
  [{ owing: 1 }, 'waiting'],
  [{ submitted: 0 }, 'waiting'],
  [{ owing: 1, isOpened: true }, 'reading'],
  [{ owing: 1, isOpened: true, waitsForAll: true }, 'waiting'],
  [{ isOpened: true, isTalking: true }, 'talking'],
  [{ isOpened: true, isTalking: true, isClosed: true }, 'closed'],
  [{ asksWhileOwing: true, owing: 1 }, 'withheld'],
  [{ asksWhileOwing: true, isOpened: true, isTalking: true, isClosed: true }, 'withheld'],
])('%j is %s', (more, state) => {
  expect(stateOf({ ...facts, ...more })).toBe(state)
})

describe('who may do what, when', () => {
  const all = (state: Taking['state'], more: Partial<Taking> = {}) => {
    const taking = { state, candidateIsErased: false, isVoter: true, leads: true, ...more }
    return [
      judgeVoting(taking, 'before'),
      judgeVoting(taking, 'after'),
      judgeBeginningToTalk(taking),
      judgeWritingNotes(taking),
      judgeClosing(taking),
      judgeReopening(taking),
    ].map(({ allowed }) => Number(allowed))
  }
  test.each<[Taking['state'], Partial<Taking>, number[]]>([
    ['withheld', {}, [0, 0, 0, 0, 0, 0]],
    ['waiting', {}, [0, 0, 0, 0, 0, 0]],
    ['reading', {}, [1, 0, 1, 0, 0, 0]],
    ['talking', {}, [0, 1, 0, 1, 1, 0]],
    ['closed', {}, [0, 0, 0, 0, 0, 1]],
    ['talking', { isVoter: false }, [0, 0, 0, 1, 1, 0]],
    ['reading', { leads: false }, [1, 0, 0, 0, 0, 0]],
    ['talking', { leads: false }, [0, 1, 0, 1, 0, 0]],
    ['talking', { candidateIsErased: true }, [0, 0, 0, 0, 0, 0]],
  ])('%s %j', (state, more, allowed) => {
    expect(all(state, more)).toEqual(allowed)
  })
})

describe('the agenda', () => {
  const competencies = ['depth', 'care', 'speed'].map((name) => ({ id: name, name }))
  const heard = (
    name: string,
    levels: Record<string, RatingLevel>,
    value: Recommendation = 'yes',
    scale: Scale = 4,
  ): HeardScorecard => ({
    id: `of ${name}`,
    author: { id: name, name },
    template: 'Design',
    scale,
    competencies,
    questions: new Map(),
    content: {
      ...emptyScorecard,
      ratings: Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, { level, evidence: {} }])),
      recommendation: value,
    },
  })
  const told = (...scorecards: HeardScorecard[]) =>
    agendaOf(scorecards).disagreements.map(({ competency, spread }) => [competency.name, spread])

  test('the largest first; of equal ones those across the middle', () => {
    const one = heard('Ada', { depth: 3, care: 2, speed: 1 })
    const two = heard('Bo', { depth: 4, care: 3, speed: 4 })
    expect(told(one, two)).toEqual([
      ['speed', 3],
      ['care', 1],
      ['depth', 1],
    ])
  })

  test('not assessed is no side, and one voice is no disagreement', () => {
    const agenda = agendaOf([
      heard('Ada', { depth: 1, care: 'not_assessed', speed: 3 }),
      heard('Bo', { depth: 'not_assessed', care: 'not_assessed', speed: 3 }),
    ])
    expect(agenda).toMatchObject({
      disagreements: [],
      agreed: [{ name: 'speed' }],
      ratedOnce: [{ name: 'depth' }],
      recommendationsDiffer: false,
    })
  })

  test('who stands between is on no side, and scales of different lengths have no spread', () => {
    const three = agendaOf([
      heard('Ada', { depth: 1 }, 'no', 5),
      heard('Bo', { depth: 3 }, 'yes', 5),
      heard('Cy', { depth: 5 }, 'yes', 5),
    ])
    expect(three.disagreements[0]!.stances.map(({ side }) => side)).toEqual(['low', 'between', 'high'])
    expect(three.recommendations.map(({ value }) => value)).toEqual(['no', 'yes', 'yes'])
    expect(told(heard('Ada', { depth: 4 }), heard('Bo', { depth: 5 }, 'yes', 5))).toEqual([])
    expect(told(heard('Ada', { depth: 1 }), heard('Bo', { depth: 5 }, 'yes', 5))).toEqual([['depth', null]])
  })
})
