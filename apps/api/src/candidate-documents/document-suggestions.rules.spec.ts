import { expect, test } from '@jest/globals'
import { changeFor, type Contacts } from './document-suggestions.rules.ts'

const before: Contacts = {
  name: 'Unknown',
  emails: [{ kind: 'home', value: 'ada@example.org' }],
  phones: [],
  links: [],
}

test('a name takes the place of the one before, all else is added behind what is there', () => {
  const change = changeFor(before, [
    { field: 'name', value: 'Ada Lovelace' },
    { field: 'email', value: 'work@example.org' },
    { field: 'email', value: 'more@example.org' },
    { field: 'phone', value: '+44 20 7946 0958' },
  ])
  expect(change).toEqual({
    name: 'Ada Lovelace',
    emails: [
      { kind: 'home', value: 'ada@example.org' },
      { kind: 'other', value: 'work@example.org' },
      { kind: 'other', value: 'more@example.org' },
    ],
    phones: [{ kind: 'other', value: '+44 20 7946 0958' }],
  })
})

test('what is there already is not added again', () => {
  expect(changeFor(before, [{ field: 'email', value: 'Ada@Example.org' }])).toEqual({})
})

test.each([
  ['https://github.com/ada', 'code'],
  ['https://www.gitlab.com/ada', 'code'],
  ['https://uk.linkedin.com/in/ada', 'profile'],
  ['https://github.com.evil.example/ada', 'other'],
  ['https://notlinkedin.com/in/ada', 'other'],
  ['not an address', 'other'],
])('the link %s is of kind %s', (value, kind) => {
  expect(changeFor(before, [{ field: 'link', value }])).toEqual({ links: [{ kind, value }] })
})
