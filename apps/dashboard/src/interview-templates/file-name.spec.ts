import { expect, test } from '@jest/globals'
import { fileNameOf } from './file-name.ts'

test.each([
  ['Python fundamentals', 'Python-fundamentals-v2.pdf'],
  ['../../etc/passwd: "x"?', 'etc-passwd-x-v2.pdf'],
  ['Système & Größe', 'Système-Größe-v2.pdf'],
])('%s is saved as %s', (name, saved) => {
  expect(fileNameOf(name, 2, 'pdf')).toBe(saved)
})
