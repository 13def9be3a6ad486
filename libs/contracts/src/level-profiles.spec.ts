import { describe, expect, test } from '@jest/globals'
import { usualWeight } from './level-profiles.ts'

describe('the usual weight', () => {
  test.each([
    [[], 1],
    [[2, 2, 2], 2],
    [[1, 1, 2], 1],
    [[2, 2, 1], 2],
    [[1, 2], 1],
    [[3, 2], 2],
  ])('of %j is %d', (weights, usual) => {
    expect(usualWeight(weights)).toBe(usual)
  })
})
