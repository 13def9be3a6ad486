import { describe, expect, it } from '@jest/globals'
import { classic } from '../../libs/measurement/src/index.ts'
import { fixture, must, refused, refusedFor } from './fixtures.ts'
import { crossed } from './panels.ts'

interface Guilford {
  input: { ratings: { Senior: string; Junior: string; Trait: string; Score: number }[] }
  expected: {
    loglik: number
    juniors: { name: string; measure: number; model_se: number; infit: number; outfit: number }[]
    seniors: { name: string; severity: number; model_se: number; infit: number; outfit: number }[]
    traits: { name: string; difficulty: number; model_se: number; infit: number; outfit: number }[]
    thresholds: number[]
    fair_averages: { Element: string; 'Fair(M) Average': number }[]
  }
}

const { input, expected } = fixture<Guilford>('guilford_creativity_mfrm')
const ratings = input.ratings.map((r) => ({
  candidate: r.Junior,
  interviewer: r.Senior,
  question: r.Trait,
  scale: 'creativity',
  level: r.Score,
}))
const scales = { creativity: { levels: 9 } }

describe('joint maximum likelihood (Guilford 1954; mfrmr 0.2.2, VGAM)', () => {
  const found = must(classic({ scales, ratings }))

  it.each([
    ...expected.juniors,
    ...expected.seniors.map((s) => ({ ...s, measure: s.severity })),
    ...expected.traits.map((t) => ({ ...t, measure: t.difficulty })),
  ])('$name', (e) => {
    const one = found.facets[e.name]!
    expect(one.measure).toBeCloseTo(e.measure, 6)
    expect(one.se).toBeCloseTo(e.model_se, 5)
    expect(one.infit).toBeCloseTo(e.infit, 5)
    expect(one.outfit).toBeCloseTo(e.outfit, 5)
  })

  it('agrees on thresholds and likelihood', () => {
    expect(found.logLikelihood).toBeCloseTo(expected.loglik, 6)
    for (const [m, tau] of found.thresholds['creativity']!.entries())
      expect(Math.abs(tau - expected.thresholds[m]!)).toBeLessThan(1e-5)
  })

  it('agrees on fair averages to the two decimals printed', () => {
    for (const e of expected.fair_averages)
      expect(Math.abs(found.fairAverages[e.Element]! - e['Fair(M) Average'])).toBeLessThan(0.0051)
  })
})

describe('what joint maximum likelihood cannot do', () => {
  const strip = (rows: ReturnType<typeof crossed>) =>
    rows.map(({ candidate, interviewer, question, scale, level }) => ({
      candidate,
      interviewer,
      question,
      scale,
      level,
    }))
  const four = { s: { levels: 4 } }
  const varied = strip(
    crossed(
      { candidates: 'ABCDE', interviewers: 'XYZ', questions: 4 },
      (n, j, i) => 1 + ((n * 2 + j + i * 3 + n * j) % 4),
    ),
  )

  it('leaves out extreme candidates and says so', () => {
    const top = strip(crossed({ candidates: 'T', interviewers: 'XYZ', questions: 4 }, () => 4))
    const found = must(classic({ scales: four, ratings: [...varied, ...top] }))
    expect(found.extreme).toEqual(['candidate T'])
    expect(found.facets['T']).toBeUndefined()
    expect(found.facets).toEqual(must(classic({ scales: four, ratings: varied })).facets)
  })

  it('keeps a name that stands in two facets apart', () => {
    const same = varied.map((r) => ({ ...r, interviewer: r.interviewer === 'X' ? 'A' : r.interviewer }))
    const found = must(classic({ scales: four, ratings: same }))
    expect(Object.keys(found.facets)).toEqual(
      expect.arrayContaining(['candidate/A', 'interviewer/A', 'B', 'Y', 'q1']),
    )
  })

  it('refuses', () => {
    expect(classic({ scales: four, ratings: [] })).toEqual(refusedFor('too_little_data'))
    expect(classic({ scales: four, ratings: 1 as never })).toEqual(refused('ratings'))
    expect(
      classic({
        scales: four,
        ratings: strip(crossed({ candidates: 'AB', interviewers: 'XY', questions: 2 }, () => 4)),
      }),
    ).toEqual(refusedFor('too_little_data'))
    expect(classic({ scales: { s: { levels: 5 } }, ratings: varied })).toMatchObject({
      status: 'not_identified',
      because: 'level 5 of scale s is never used',
    })
    const apart = varied.map((r) => ({
      ...r,
      candidate: `${r.candidate}'`,
      interviewer: `${r.interviewer}'`,
      question: `${r.question}'`,
    }))
    const apartRun = classic({ scales: four, ratings: [...varied, ...apart] })
    expect(apartRun.status).toBe('disconnected')
    expect('groups' in apartRun && apartRun.groups).toEqual([
      ['A', 'B', 'C', 'D', 'E'].flatMap((c) => [c]),
      ["A'", "B'", "C'", "D'", "E'"],
    ])
    expect(classic({ scales: four, ratings: [{ ...varied[0]!, level: 9 }] })).toEqual(
      refused('ratings[0].level'),
    )
  })
})
