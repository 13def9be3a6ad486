import { describe, expect, test } from '@jest/globals'
import { coverageOf } from './job-coverage.rules.ts'

const stage = (id: string, ...templates: [string, number][]) => ({
  id,
  name: id,
  requiresScorecards: false,
  templates: templates.map(([templateId, panelists]) => ({
    templateId,
    panelists,
    name: `Template ${templateId}`,
    isPublished: templateId !== 'unpublished',
  })),
})
const profile = ['debugging', 'design', 'ownership'].map((competencyId) => ({
  competencyId,
  name: competencyId,
  weight: 1,
  bar: 3,
}))
const rated = new Map([
  ['tech', [{ id: 'debugging', name: 'Debugging' }]],
  [
    'design',
    [
      { id: 'design', name: 'Design' },
      { id: 'debugging', name: 'Debugging' },
      { id: 'talk', name: 'Talk' },
    ],
  ],
])
const states = (...stages: ReturnType<typeof stage>[]) =>
  coverageOf({ stages, profile, rated }).competencies.map(({ state, panelists }) => [state, panelists])

describe('the coverage of a pipeline', () => {
  test('counts the panelists of every interview that rates a competency', () => {
    expect(states(stage('one', ['tech', 1]), stage('two', ['design', 1]))).toEqual([
      ['covered', 2],
      ['thin', 1],
      ['missing', 0],
    ])
  })

  test('two panelists of one interview are independent, too', () => {
    expect(states(stage('one', ['design', 2]))).toEqual([
      ['covered', 2],
      ['covered', 2],
      ['missing', 0],
    ])
  })

  test('says in which interviews, and what is rated beyond the profile', () => {
    const { competencies, beyond } = coverageOf({ stages: [stage('one', ['design', 2])], profile, rated })
    expect(competencies[1]!.interviews).toEqual([{ stageId: 'one', templateId: 'design', panelists: 2 }])
    expect(beyond).toEqual([{ competencyId: 'talk', name: 'Talk' }])
  })

  test('a template without a published version covers nothing, and is told', () => {
    const { competencies, unpublished } = coverageOf({
      stages: [stage('one', ['unpublished', 3]), stage('two', ['unpublished', 1])],
      profile,
      rated,
    })
    expect(competencies.map(({ panelists }) => panelists)).toEqual([0, 0, 0])
    expect(unpublished).toEqual([{ templateId: 'unpublished', name: 'Template unpublished' }])
  })

  test('an empty pipeline and an empty profile are no mistake', () => {
    expect(coverageOf({ stages: [], profile: [], rated: new Map() })).toEqual({
      competencies: [],
      beyond: [],
      unpublished: [],
    })
  })
})
