import { expect, test } from '@jest/globals'
import { changedPlaces } from './changed-places.ts'

const before = {
  minutes: 60,
  topics: ['a', 'b'],
  sections: [
    { id: 's1', title: 'Opening' },
    { id: 's2', title: 'Depth' },
  ],
}

test('nothing changed is no place', () => {
  expect(changedPlaces(before, structuredClone(before))).toEqual([])
})

test('a place is a path of fields and names; a list of texts is one place', () => {
  const after = {
    ...before,
    minutes: 45,
    topics: ['a', 'c'],
    sections: [before.sections[0]!, { id: 's2', title: 'Deeper' }],
  }
  expect(changedPlaces(before, after)).toEqual([['minutes'], ['topics'], ['sections', 's2', 'title']])
})

test('what was added or taken out is named whole, another order is the list itself', () => {
  const [one, two] = before.sections
  expect(changedPlaces(before, { ...before, sections: [one!, two!, { id: 's3', title: 'Close' }] })).toEqual([
    ['sections', 's3'],
  ])
  expect(changedPlaces(before, { ...before, sections: [two!] })).toEqual([['sections', 's1']])
  expect(changedPlaces(before, { ...before, sections: [two!, one!] })).toEqual([['sections']])
})
