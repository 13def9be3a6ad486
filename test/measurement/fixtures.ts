import { readFileSync } from 'node:fs'

/** A published table with its expected values and provenance, from `fixtures/`. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as T

/** The figures of a result that must not be a refusal. */
export const must = <T extends { readonly status: string }>(result: T): Extract<T, { status: 'ok' }> => {
  if (result.status !== 'ok') throw new Error(JSON.stringify(result))
  return result as Extract<T, { status: 'ok' }>
}
