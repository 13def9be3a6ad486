import { describe, expect, it } from '@jest/globals'
import type { ComparedApplication, ComparedCell } from '@assay/contracts'
import {
  type Competency,
  coverageOf,
  isSplit,
  ordered,
  rangeOf,
  shortName,
  warningsOf,
} from './comparison-words.ts'

const cell = (competencyId: string, ...levels: number[]): ComparedCell => ({
  competencyId,
  ratings: levels.map((level, place) => ({
    scorecardId: `s${place}`,
    raterId: `r${place}`,
    raterName: `Rater ${place}`,
    level,
    scale: 4,
  })),
  mean: levels.length > 0 ? levels.reduce((sum, level) => sum + level, 0) / levels.length : null,
  spread: levels.length > 1 ? Math.max(...levels) - Math.min(...levels) : null,
  raters: levels.length,
  notAssessed: 0,
  because: null,
})

const application = (name: string, more: Partial<ComparedApplication> = {}): ComparedApplication => ({
  applicationId: name,
  candidateName: name,
  status: 'active',
  cells: [],
  recommendations: null,
  raw: { mean: 3, ratings: 6, raters: 2, because: null },
  fair: null,
  panel: null,
  because: null,
  ...more,
})

const competency = (id: string, weight = 1, inProfile = true): Competency => ({
  id,
  name: id,
  weight,
  bar: inProfile ? 3 : null,
  inProfile,
})

describe('candidates', () => {
  const ada = application('Ada', { status: 'rejected' })
  const [bo, cy] = [application('Bo'), application('Cy', { status: 'hired' })]
  const stages = new Map([
    ['Cy', 0],
    ['Ada', 2],
  ])

  it.each([
    ['name', 'Ada Bo Cy'],
    ['name_back', 'Cy Bo Ada'],
    ['status', 'Bo Cy Ada'],
    ['stage', 'Cy Ada Bo'],
  ] as const)('are ordered by %s', (order, names) => {
    const found = ordered([cy, bo, ada], order, stages)
    expect(found.map(({ candidateName }) => candidateName).join(' ')).toBe(names)
  })

  it('have short names for small places', () => {
    expect(['Ines Duarte', 'Plato', 'Ana de la Cruz'].map(shortName)).toEqual(['Ines D.', 'Plato', 'Ana C.'])
  })
})

describe('marks', () => {
  it('are split from two levels on', () => {
    const cells = [cell('c', 3), cell('c', 3, 3), cell('c', 2, 3), cell('c', 1, 3)]
    expect(cells.map(isSplit)).toEqual([false, false, false, true])
    expect(cells.map(rangeOf)).toEqual([null, { low: 3, high: 3 }, { low: 2, high: 3 }, { low: 1, high: 3 }])
  })

  it('cover what the profile asks for; what lies beyond counts for nothing', () => {
    const profile = [competency('a', 3), competency('b', 1), competency('x', 0, false)]
    const rated = application('Ada', { cells: [cell('a', 3), cell('b'), cell('x', 4)] })
    expect(coverageOf(rated, profile)).toEqual({ rated: 1, wanted: 2, share: 0.75 })
    const without = profile.map((one) => ({ ...one, weight: 0, inProfile: false }))
    expect(coverageOf(rated, without)).toMatchObject({ rated: 2, wanted: 3 })
  })

  it('come with what to keep in mind', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => competency(id))
    const whole = application('Ada', { cells: four.map(({ id }) => cell(id, 3, 3)) })
    expect(warningsOf(whole, four, 4)).toEqual([])
    const lone = { ...whole, raw: { mean: 3, ratings: 4, raters: 1, because: null } }
    const wide = { ...lone, fair: { score: 3, low: 2.2, high: 3.6, se: 0.4 } }
    expect(warningsOf(wide, four, 4)).toEqual(['comparison.warning.one', 'comparison.warning.wide'])
    expect(warningsOf({ ...whole, cells: [cell('a', 3, 3)] }, four, 4)).toEqual(['comparison.warning.few'])
    expect(warningsOf({ ...whole, raw: null }, four, 4)).toEqual([])
  })
})
