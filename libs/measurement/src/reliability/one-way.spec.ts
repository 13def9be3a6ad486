import { expect, test } from '@jest/globals'
import { intraclass } from './intraclass.ts'
import { ofSeveral, oneWayReliability } from './one-way.ts'

/** Ten targets, four judges. */
const TABLE = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
  [9, 4, 5, 9],
  [3, 1, 2, 2],
  [8, 3, 7, 8],
  [10, 6, 7, 10],
]

test('of a full table it is ICC(1,1), and of four ICC(1,4)', () => {
  const six = intraclass({ ratings: TABLE })
  const one = oneWayReliability({ candidates: TABLE })
  if (six.status !== 'ok' || one.status !== 'ok') throw new Error('both can be computed')
  expect(one.icc).toBeCloseTo(six.ICC1_1.icc, 12)
  expect(ofSeveral(one.icc, 4)).toBeCloseTo(six.ICC1_k.icc, 12)
  expect(one).toMatchObject({ candidates: 10 })
  expect(one.low).toBeLessThan(one.icc)
  expect(one.high).toBeGreaterThan(one.icc)
})

test('whoever met one interviewer only tells nothing about it, and too few are refused', () => {
  expect(oneWayReliability({ candidates: [...TABLE, [5], []] })).toEqual(
    oneWayReliability({ candidates: TABLE }),
  )
  expect(oneWayReliability({ candidates: TABLE.slice(1) }).status).toBe('too_little_data')
  expect(oneWayReliability({ candidates: [[Number.NaN]] })).toMatchObject({ element: 'candidates[0]' })
})

test('interviewers who agree on everybody are wholly reliable, those who do not agree on anybody not at all', () => {
  const agreed = TABLE.map((_, n) => [n, n])
  expect(oneWayReliability({ candidates: agreed })).toMatchObject({ icc: 1, low: 1, high: 1 })
  const opposed = TABLE.map(() => [1, 4])
  expect(oneWayReliability({ candidates: opposed })).toMatchObject({ icc: 0, low: 0, high: 0 })
})
