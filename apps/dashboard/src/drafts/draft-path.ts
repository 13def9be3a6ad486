import { type Json } from '@assay/contracts'
import { nameOf } from './merge-drafts.ts'

/** What stands at a path of fields and of names in lists, as conflicts give it; `undefined` where nothing does. */
export const valueAt = (draft: Json | undefined, path: readonly string[]): Json | undefined => {
  const [first, ...rest] = path
  if (first === undefined || draft === undefined) return draft
  if (Array.isArray(draft))
    return valueAt(
      draft.find((entry) => nameOf(entry) === first),
      rest,
    )
  if (draft === null || typeof draft !== 'object' || !Object.hasOwn(draft, first)) return undefined
  return valueAt(draft[first], rest)
}

/** The same draft with something else at that path; `undefined` takes it out. */
export const withValueAt = <Draft extends Json>(
  draft: Draft,
  path: readonly string[],
  value: Json | undefined,
): Draft => put(draft, path, value) as Draft

const put = (draft: Json | undefined, path: readonly string[], value: Json | undefined): Json | undefined => {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(draft)) return putInList(draft, first, (entry) => put(entry, rest, value))
  const fields = draft !== null && typeof draft === 'object' ? draft : {}
  const next = put(Object.hasOwn(fields, first) ? fields[first] : undefined, rest, value)
  if (next !== undefined) return { ...fields, [first]: next }
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== first))
}

const putInList = (
  list: readonly Json[],
  name: string,
  change: (entry: Json | undefined) => Json | undefined,
): Json[] => {
  const place = list.findIndex((entry) => nameOf(entry) === name)
  const next = change(list[place])
  if (place === -1) return next === undefined ? [...list] : [...list, next]
  return next === undefined ? list.toSpliced(place, 1) : list.with(place, next)
}
