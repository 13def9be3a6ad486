import { describe, expect, test } from '@jest/globals'
import { judgeOrigin, type OriginFacts } from './same-origin.ts'

const own = new Set(['https://assay.example.org'])
const facts = (over: Partial<OriginFacts>): OriginFacts => ({
  method: 'POST',
  fetchSite: 'same-origin',
  origin: 'https://assay.example.org',
  hasBearer: false,
  hasBody: true,
  contentType: 'application/json',
  acceptsUpload: false,
  ...over,
})

describe('an unsafe request', () => {
  test.each<[string, Partial<OriginFacts>, string]>([
    ['from our own page is allowed', {}, 'allowed'],
    [
      'from another site is refused',
      { fetchSite: 'cross-site', origin: 'https://evil.example' },
      'cross_site',
    ],
    ['from another subdomain is refused', { fetchSite: 'same-site' }, 'cross_site'],
    ['typed into the address bar is refused', { fetchSite: 'none' }, 'cross_site'],
    ['without Sec-Fetch-Site needs our origin', { fetchSite: undefined }, 'allowed'],
    [
      'without Sec-Fetch-Site and without origin is refused',
      { fetchSite: undefined, origin: undefined },
      'cross_site',
    ],
    ['whose origin contradicts is refused', { origin: 'null' }, 'cross_site'],
    [
      'of a script with a bearer token is allowed',
      { hasBearer: true, fetchSite: undefined, origin: undefined },
      'allowed',
    ],
    ['with JSON called text/plain is refused', { contentType: 'text/plain' }, 'wrong_content_type'],
    ['with a body of no type is refused', { contentType: undefined }, 'wrong_content_type'],
    [
      'with a file where none is taken is refused',
      { contentType: 'multipart/form-data; boundary=x' },
      'wrong_content_type',
    ],
    [
      'with a file that nobody has read yet, where none is taken, is refused',
      { contentType: 'Multipart/Form-Data; boundary=x', hasBody: false },
      'wrong_content_type',
    ],
    [
      'with a file where files are taken is allowed',
      { contentType: 'multipart/form-data; boundary=x', acceptsUpload: true },
      'allowed',
    ],
  ])('%s', (_name, over, verdict) => {
    expect(judgeOrigin(facts(over), own)).toBe(verdict)
  })
})

test('reading is allowed from anywhere: cookies are SameSite=Strict', () => {
  expect(judgeOrigin(facts({ method: 'GET', fetchSite: 'cross-site' }), own)).toBe('allowed')
})
