import { isFields, type Json, sameJson } from '@assay/contracts'
import { nameOf } from './merge-drafts.ts'

type Entries = Map<string, Json>

/** Fields by their names, and entries of a list by theirs; null for what is one value. */
const entriesOf = (value: Json | undefined): Entries | null => {
  if (isFields(value)) return new Map(Object.entries(value))
  if (!Array.isArray(value)) return null
  const names = value.map(nameOf)
  if (value.length === 0 || names.includes(null)) return null
  return new Map(value.map((entry, place) => [names[place]!, entry]))
}

/** Where two states of a draft say something different: paths as conflicts have them, no deeper than is needed. */
export const changedPlaces = (before: Json | undefined, after: Json | undefined): string[][] => {
  if (sameJson(before, after)) return []
  const [was, is] = [entriesOf(before), entriesOf(after)]
  if (!was || !is) return [[]]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  const inside = names.flatMap((name) =>
    changedPlaces(was.get(name), is.get(name)).map((path) => [name, ...path]),
  )
  // The same entries in another order.
  return inside.length > 0 ? inside : [[]]
}
