import { expect, test } from '@jest/globals'
import { differenceOf } from './fit-difference.ts'

const figures = { candidates: [{ score: 3.1, low: 2.5 }], warnings: ['Few people.'], icc: null }

test('the last bits of a figure make no difference, anything else does', () => {
  expect(differenceOf(figures, structuredClone(figures))).toBeNull()
  expect(differenceOf(figures, { ...figures, candidates: [{ score: 3.1 + 1e-12, low: 2.5 }] })).toBeNull()
  expect(differenceOf(figures, { ...figures, candidates: [{ score: 3.1001, low: 2.5 }] })).toContain(
    'figures.candidates.0.score: 3.1 is stored',
  )
})

test('what is missing, and what is there too much, is found', () => {
  expect(differenceOf(figures, { ...figures, candidates: [] })).toContain('figures.candidates.0')
  expect(differenceOf(figures, { ...figures, warnings: ['Few people.', 'More.'] })).toContain(
    'figures.warnings.1',
  )
  expect(differenceOf(figures, { ...figures, icc: 0 })).toContain('figures.icc: null is stored')
})
