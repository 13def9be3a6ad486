import { expect, it } from '@jest/globals'
import { isKnown } from './known-suggestion.ts'

const ada = {
  name: 'Ada Álvarez',
  emails: [{ kind: 'work', value: 'ada@engines.example' }],
  phones: [{ kind: 'mobile', value: '+44 (20) 7946-0958' }],
  links: [{ kind: 'code', value: 'https://www.code.example/ada/' }],
} as const

const asked = (field: 'name' | 'email' | 'phone' | 'link', value: string) =>
  isKnown(
    { ...ada, emails: [...ada.emails], phones: [...ada.phones], links: [...ada.links] },
    { field, value },
  )

it.each([
  ['name', 'ada alvarez', true],
  ['name', 'Ada Byron', false],
  ['email', 'Ada@Engines.example', true],
  ['email', 'ada@other.example', false],
  ['phone', '+44 20 7946 0958', true],
  ['phone', '+44 20 7946 0959', false],
  ['link', 'http://code.example/ada', true],
  ['link', 'https://code.example/byron', false],
] as const)('knows of a %s %s: %s', (field, value, known) => {
  expect(asked(field, value)).toBe(known)
})
