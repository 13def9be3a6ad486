import { describe, expect, it } from '@jest/globals'
import { fixture } from '../test/measurement/fixtures.ts'
import { numbersIn } from '../test/measurement/panels.ts'
import { simulate, STANDARD } from '../test/measurement/simulate.ts'
import { measure } from './measure.ts'

const run = (name: string, input: unknown): Record<string, unknown> => {
  const { exit, out, error } = measure(name, JSON.stringify(input))
  if (exit !== 0) throw new Error(error)
  return JSON.parse(out) as Record<string, unknown>
}

const panel = simulate({ ...STANDARD, candidates: 12, interviewers: 6 }, 1).input
const candidates = ['c00000', 'c00001']
const rows = panel.ratings.map(({ candidate, interviewer, question, scale, level }) => ({
  candidate,
  interviewer,
  question,
  scale,
  level,
}))
const icc = fixture<{ input: { ratings: number[][] } }>('icc_shrout_fleiss_1979').input

describe('measure: every function as a filter over JSON', () => {
  it.each([
    ['fit', panel, 'candidates'],
    ['pairs', panel, 'pairs'],
    ['pairs', { ...panel, pairs: [candidates] }, 'pairs'],
    ['tiers', panel, 'lists'],
    ['ranks', panel, 'candidates'],
    [
      'ranks',
      {
        estimates: [
          { name: 'a', estimate: 1, se: 1 },
          { name: 'b', estimate: 0, se: 1 },
        ],
        level: 0.9,
        seed: 3,
      },
      'candidates',
    ],
    ['next', { ...panel, candidates, interviewers: ['i00000'], competencies: ['k00001'] }, 'options'],
    ['provisional', { ...panel, provisional: panel.ratings.slice(0, 6) }, 'measure'],
    ['start', panel, 'start.candidates'],
    ['diagnostics', { ...panel, interviewers: ['i00001'] }, 'interviewers'],
    ['classic', { scales: panel.scales, ratings: rows }, 'facets'],
    ['connectivity', { ratings: rows }, 'sets'],
    ['icc', icc, 'ICC2_1'],
    ['sparse-icc', { ratings: panel.ratings.map((r) => ({ ...r, value: r.level })), draws: 20 }, 'icc'],
    [
      'krippendorff-alpha',
      {
        ratings: [
          [1, 2, 3],
          [1, 2, 4],
        ],
        metric: 'ordinal',
      },
      'alpha',
    ],
    [
      'cohen-kappa',
      {
        table: [
          [5, 2],
          [1, 7],
        ],
      },
      'kappa',
    ],
    [
      'cohen-kappa',
      {
        counts: [
          [5, 2],
          [1, 7],
        ],
        weights: 'linear',
      },
      'kappa',
    ],
    [
      'light-kappa',
      {
        ratings: [
          [1, 1, 2],
          [2, 2, 2],
          [1, 2, 1],
        ],
      },
      'kappa',
    ],
    [
      'fleiss-kappa',
      {
        counts: [
          [2, 1],
          [0, 3],
        ],
      },
      'kappa',
    ],
    [
      'fleiss-kappa',
      {
        table: [
          [2, 1],
          [0, 3],
        ],
      },
      'kappa',
    ],
    [
      'kendall-w',
      {
        ratings: [
          [1, 2],
          [2, 1],
          [3, 3],
        ],
        tieCorrection: true,
      },
      'w',
    ],
    [
      'kendall-w',
      {
        table: [
          [1, 2],
          [2, 1],
          [3, 3],
        ],
      },
      'w',
    ],
    ['agreement', icc, 'exact'],
    [
      'variance-components',
      { response: [1, 2, 4, 5, 3, 3], factors: { a: ['x', 'x', 'y', 'y', 'z', 'z'] } },
      'components',
    ],
    [
      'generalizability-study',
      { design: 'p x i', ratings: rows.map((r) => ({ ...r, value: r.level })) },
      'components',
    ],
    ['decision-study', { components: { candidate: 1, residual: 1 }, raters: [1, 2], questions: [1] }, 'rows'],
    [
      'selection-rates',
      {
        groups: [
          { group: 'a', applicants: 40, selected: 20 },
          { group: 'b', applicants: 40, selected: 12 },
        ],
      },
      'rows',
    ],
    ['distributions', { fn: 'normal_quantile', args: { p: 0.975 } }, 'value'],
  ])('%s', (name, input, key) => {
    const result = run(name, input)
    expect(result['status']).toBe('ok')
    expect(result).toHaveProperty(key)
    expect(numbersIn(result).every(Number.isFinite)).toBe(true)
  })

  it('shows of a run what the specification lists', () => {
    expect(Object.keys(run('fit', panel)).sort()).toEqual([
      'candidates',
      'engineVersion',
      'form',
      'inputHash',
      'interviewers',
      'passes',
      'questions',
      'reliability',
      'sets',
      'sigmas',
      'status',
      'thresholds',
      'warnings',
    ])
  })

  it('hands refusals out as results, exit 0', () => {
    for (const name of ['fit', 'pairs', 'ranks', 'next'])
      expect(run(name, { ...panel, ratings: [] })['status']).toBe('too_little_data')
  })

  it('exits with 65 and one line that names the element of a malformed input', () => {
    const bad = { ...panel, ratings: [{ ...panel.ratings[0]!, level: 9 }] }
    const { exit, out, error } = measure('fit', JSON.stringify(bad))
    expect([exit, out]).toEqual([65, ''])
    expect(error).toMatch(/^ratings\[0\]\.level: .*\n$/)
    expect(measure('fit', '{"a": ')).toMatchObject({ exit: 65, out: '' })
    expect(measure('fit', '{\n"a": ').error.split('\n')).toHaveLength(2)
    expect(measure('fit', '[1]').error).toBe('input: must be an object\n')
    expect(measure('fit', '{}').error).toMatch(/^scales: /)
    expect(measure('next', JSON.stringify({ ...panel, candidates: ['x'] })).error).toMatch(
      /^candidates\[0\]: /,
    )
  })

  it('exits with 64 and the list of functions for one it does not know', () => {
    expect(measure('toString', '{}').exit).toBe(64)
    expect(measure(undefined, '{}').error).toMatch(/^usage: measure fit \| pairs/)
  })

  it('audits severity by group without naming anybody', () => {
    const names = Array.from({ length: 120 }, (_, n) => `person ${n}`)
    const ratings = names.flatMap((candidate, n) =>
      [0, 1].flatMap((second) =>
        ['q', 'r'].map((question, i) => ({
          candidate,
          interviewer: `judge ${(n + second * (1 + (n % 3))) % 6}`,
          question,
          competency: question,
          scale: 's',
          level: 1 + ((n * 7 + i + second) % 4),
        })),
      ),
    )
    const groups = Object.fromEntries(names.map((name, n) => [name, n % 5 < 2 ? 'a' : 'b']))
    const result = run('severity-by-group', {
      scales: { s: { levels: 4 } },
      competencies: ['q', 'r'],
      ratings,
      groups,
    })
    expect(result).toMatchObject({ status: 'ok', rows: [{ group: 'a' }, { group: 'b' }] })
    expect(JSON.stringify(result)).not.toMatch(/person|judge/)
  })

  it.each([
    'fit',
    'classic',
    'connectivity',
    'icc',
    'sparse-icc',
    'krippendorff-alpha',
    'cohen-kappa',
    'light-kappa',
    'fleiss-kappa',
    'kendall-w',
    'agreement',
    'variance-components',
    'generalizability-study',
    'decision-study',
    'start',
    'severity-by-group',
    'selection-rates',
    'distributions',
  ])('never throws on an empty object: %s', (name) => {
    expect([0, 65]).toContain(measure(name, '{}').exit)
    expect([0, 65]).toContain(measure(name, '{"ratings":[[null]],"fn":1,"args":null}').exit)
  })
})
