import { describe, expect, it } from '@jest/globals'
import { HOME, returnAddress, signInAddress } from './return-address.ts'

const hostile = [
  '//evil.example',
  '///evil.example',
  '////evil.example/path',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '/%2f%2fevil.example'.replace('/%2f', '%2f'),
  '%2f%2fevil.example',
  '/%2f/evil.example',
  '/%2fevil.example',
  '/%5cevil.example',
  '/%255cevil.example',
  '/%252fevil.example',
  '/%25252fevil.example',
  'https://evil.example',
  'https:evil.example',
  'HTTPS://evil.example/users',
  'http:/evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,hello',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '/%09/evil.example',
  '/%0a/evil.example',
  ' //evil.example',
  '\u0000//evil.example',
  '/\u202e//evil.example',
  '/\u200b/evil.example',
  'user:secret@evil.example',
  '@evil.example',
  '/@evil.example/..//evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/users/..//evil.example',
  '/%2e%2e//evil.example',
  './/evil.example',
  'users',
  '?return=//evil.example',
  '#//evil.example',
  '/%',
  '/%e0%a4',
  '/%d8%00',
  `/${'a'.repeat(2_001)}`,
  '',
]

describe('return address after sign-in', () => {
  it.each(hostile)('refuses %j and goes home', (asked) => {
    expect(returnAddress(asked)).toBe(HOME)
  })

  it.each([null, undefined])('goes home when nothing was asked for (%s)', (asked) => {
    expect(returnAddress(asked)).toBe(HOME)
  })

  it.each(['/sign-in', '/sign-in?return=/users', '/setup', '/invitation#token=x', '/password-reset/'])(
    'does not come back to a page before sign-in (%s)',
    (asked) => {
      expect(returnAddress(asked)).toBe(HOME)
    },
  )

  it.each([
    '/',
    '/users',
    '/users?filter=%7B%22role%22%3A%22admin%22%7D&page=2',
    '/audit-events?from=2026-11-01T00:00:00Z',
    '/users#invite',
    '/signing-in-is-fine',
    '/search?q=https://example.org//x',
  ])('keeps the own path %s as it is', (asked) => {
    expect(returnAddress(asked)).toBe(asked)
  })

  it('stays on this origin whatever it lets through', () => {
    for (const asked of hostile) {
      expect(new URL(returnAddress(asked), 'https://assay.example').origin).toBe('https://assay.example')
    }
  })

  it('writes the way back into the address of the sign-in page, and leaves it out for home', () => {
    expect(signInAddress('/users?page=2')).toBe('/sign-in?return=%2Fusers%3Fpage%3D2')
    expect(signInAddress('/')).toBe('/sign-in')
    expect(signInAddress('//evil.example')).toBe('/sign-in')
  })
})
