import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonDepth } from './json-body.ts'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((member) => depthOf(member)))
    : 0

test('the depth counted on the text is the depth of the value, whatever stands in its strings', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      expect(jsonDepth(JSON.stringify(value))).toBe(depthOf(value))
    }),
  )
})

test('brackets and escaped quotes inside of strings do not count', () => {
  expect(jsonDepth(String.raw`{"a":"[[[\"[["}`)).toBe(1)
})
