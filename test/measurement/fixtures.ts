import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'

/** A published table with its expected values and provenance, from `fixtures/`. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T

/** The figures of a result that must not be a refusal. */
export const must = <T extends { readonly status: string }>(result: T): Extract<T, { status: 'ok' }> => {
  if (result.status !== 'ok') throw new Error(JSON.stringify(result))
  return result as Extract<T, { status: 'ok' }>
}

/** A refusal of malformed input: it names the element and says in words what is wrong with it. */
export const refused = (element: string): unknown => ({
  status: 'invalid_input',
  element,
  because: expect.stringMatching(/^[^ ]+: .{8,}/),
})

/** Any other refusal, with its reason in words. */
export const refusedFor = (status: string): unknown =>
  expect.objectContaining({ status, because: expect.stringMatching(/.{12,}/) })
