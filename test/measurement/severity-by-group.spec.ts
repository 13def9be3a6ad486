import { describe, expect, it } from '@jest/globals'
import { severityByGroup, type Run } from '../../libs/measurement/src/index.ts'
import { must, refused, refusedFor } from './fixtures.ts'
import { fitted } from './panels.ts'
import { simulate, STANDARD } from './simulate.ts'

const SIZE = { ...STANDARD, candidates: 240, interviewers: 12, competencies: 4 }

const runOf = (group: { leniency: number; gap: number }, seed: number): Run => {
  const { input } = simulate({ ...SIZE, truth: { group } }, `group ${seed}`)
  return fitted({ ...input, options: { mode: 'interactive' } })
}

/** Every second candidate is in `a`, as the simulation has it. */
const labels = (run: Run): Record<string, string> =>
  Object.fromEntries(run.candidates.map(({ candidate }, n) => [candidate, n % 2 === 1 ? 'a' : 'b']))

const rowOf = (run: Run, seed = 1) => must(severityByGroup(run, { groups: labels(run), seed })).rows[0]!

const equal = runOf({ leniency: 0, gap: 1.5 }, 0)
const unequal = runOf({ leniency: 0.8, gap: 0 }, 0)

describe('severity towards a group that differs between interviewers', () => {
  it('is found where it is, with its size', () => {
    const rows = [unequal, runOf({ leniency: 0.8, gap: 1 }, 1), runOf({ leniency: 0.8, gap: 0 }, 2)].map(
      (run) => rowOf(run),
    )
    for (const row of rows) {
      expect(row).toMatchObject({ standing: 'differs', candidates: 120, interviewers: 12 })
      expect(row.p).toBeLessThan(0.01)
      expect(row.spread).toBeGreaterThan(0.4)
      expect(row.spread).toBeLessThan(1.4)
      expect(row.points! / row.spread!).toBeGreaterThan(0.2)
      expect(row.points! / row.spread!).toBeLessThan(0.7)
    }
    const mean = rows.reduce((sum, row) => sum + row.spread!, 0) / rows.length
    expect(Math.abs(mean - 0.8)).toBeLessThan(0.25)
  })

  it('is not made up where all interviewers treat a weaker group alike', () => {
    const rows = [equal, runOf({ leniency: 0, gap: 1.5 }, 1), runOf({ leniency: 0, gap: 0 }, 2)].map((run) =>
      rowOf(run),
    )
    for (const row of rows) {
      expect(row.p).toBeGreaterThan(0.01)
      expect(row.standing).toBe('within')
      expect(row.spread).toBeLessThan(0.3)
    }
    const found = must(severityByGroup(equal, { groups: labels(equal), seed: 1 }))
    expect(found.verdict).toBe('no_difference_shown')
    expect(found.because).toMatch(
      /^a: interviewers differ by about 0\.\d points \(p .*\); b: .*cannot be seen in ratings$/,
    )
  })

  it('says so in words, and names no interviewer and no candidate', () => {
    const found = must(severityByGroup(unequal, { groups: labels(unequal) }))
    expect(found.verdict).toBe('difference_to_examine')
    expect(found.because).toContain('a: interviewers differ by about 0.')
    const told = JSON.stringify(found)
    for (const { interviewer } of unequal.interviewers) expect(told).not.toContain(interviewer)
    for (const { candidate } of unequal.candidates) expect(told).not.toContain(candidate)
  })

  it('gives two groups the same spread, the same figures each time, and leaves the run as it was', () => {
    const kept = JSON.stringify(unequal)
    const found = must(severityByGroup(unequal, { groups: labels(unequal), seed: 3 }))
    expect(found.rows.map((row) => row.group)).toEqual(['a', 'b'])
    expect(found.rows[1]!.spread).toBeCloseTo(found.rows[0]!.spread!, 10)
    expect(must(severityByGroup(unequal, { groups: labels(unequal), seed: 3 }))).toEqual(found)
    expect(JSON.stringify(unequal)).toBe(kept)
    expect(rowOf(equal, 1).p).not.toBe(rowOf(equal, 2).p)
  })

  it('leaves out those without a label, suppresses fewer than five and does not judge on few meetings', () => {
    const names = unequal.candidates.map((c) => c.candidate)
    const some = Object.fromEntries(
      names.slice(0, 120).map((name, n) => [name, n < 2 ? 'few' : n < 7 ? 'some' : 'many']),
    )
    const { rows, verdict } = must(severityByGroup(unequal, { groups: some }))
    expect(rows.map((row) => [row.group, row.candidates, row.standing])).toEqual([
      ['few', null, 'suppressed'],
      ['many', 113, 'too_few'],
      ['some', 5, 'too_few'],
    ])
    expect(rows.every((row) => row.p === null && row.spread === null && row.points === null)).toBe(true)
    expect(verdict).toBe('too_few_to_judge')
  })

  it('refuses what it cannot answer', () => {
    const of = (groups: unknown) => severityByGroup(unequal, { groups: groups as never })
    expect(of(null)).toEqual(refused('groups'))
    expect(of(['a'])).toEqual(refused('groups'))
    expect(of({ nobody: 'a' })).toEqual(refused('groups.nobody'))
    expect(of({ c00001: '' })).toEqual(refused('groups.c00001'))
    expect(of({ c00001: 1 })).toEqual(refused('groups.c00001'))
    const names = unequal.candidates.map((c) => c.candidate)
    const label = (count: number) =>
      Object.fromEntries(names.slice(0, count).map((name, n) => [name, `${n % 2}`]))
    expect(of(label(99))).toEqual(refusedFor('too_little_data'))
    expect(of(label(100))).toMatchObject({ status: 'ok' })
    expect(of(Object.fromEntries(names.map((name) => [name, 'a'])))).toEqual(refusedFor('too_little_data'))
  })
})
