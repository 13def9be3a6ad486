import { isFields, type Json, type JsonFields, sameJson } from '@assay/contracts'

/**
 * Two people, or two tabs, wrote on the same draft: what each of them changed since the state both began with (`base`)
 * is put together. Only where both changed the same thing differently somebody has to choose; until then `merged` holds
 * the own text there, and the other one stands in the conflict, so that nothing is lost.
 */
export interface MergeConflict {
  /** Fields and ids from the outside in. */
  path: string[]
  /** `undefined` where it was not there: not yet in the base, or taken out by one side. */
  base: Json | undefined
  mine: Json | undefined
  theirs: Json | undefined
}

export interface Merged<Draft> {
  merged: Draft
  conflicts: MergeConflict[]
}

type Sides = Omit<MergeConflict, 'path'>

/** What names an entry of a list. A list of anything else is one value: its entries have no names to meet by. */
const NAMES = ['id', 'questionId', 'competencyId', 'key', 'level'] as const

export const nameOf = (entry: Json): string | null => {
  if (!isFields(entry)) return null
  const name = NAMES.map((field) => entry[field]).find((value) => value !== undefined)
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null
}

const isNamedList = (value: Json | undefined): value is Json[] => {
  if (!Array.isArray(value)) return false
  const names = value.map(nameOf)
  return !names.includes(null) && new Set(names).size === names.length
}

export const mergeDrafts = <Draft extends Json>(base: Draft, mine: Draft, theirs: Draft): Merged<Draft> => {
  const conflicts: MergeConflict[] = []
  const merged = mergeValue({ base, mine, theirs }, [], conflicts) as Draft
  return { merged, conflicts }
}

const mergeValue = (sides: Sides, path: string[], conflicts: MergeConflict[]): Json | undefined => {
  const { base, mine, theirs } = sides
  if (sameJson(mine, theirs) || sameJson(theirs, base)) return mine
  if (sameJson(mine, base)) return theirs
  if (isFields(mine) && isFields(theirs)) {
    return mergeJsonFields({ base: isFields(base) ? base : {}, mine, theirs }, path, conflicts)
  }
  if (isNamedList(mine) && isNamedList(theirs)) {
    return mergeLists({ base: isNamedList(base) ? base : [], mine, theirs }, path, conflicts)
  }
  conflicts.push({ path, ...sides })
  // Taken out by the one, written on by the other: what was written stays until somebody has chosen.
  return mine === undefined ? theirs : mine
}

interface Three<Value> {
  base: Value
  mine: Value
  theirs: Value
}

const mergeJsonFields = (
  { base, mine, theirs }: Three<JsonFields>,
  path: string[],
  conflicts: MergeConflict[],
): JsonFields => {
  const merged: [string, Json][] = []
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const own = (fields: JsonFields): Json | undefined =>
      Object.hasOwn(fields, field) ? fields[field] : undefined
    const value = mergeValue(
      { base: own(base), mine: own(mine), theirs: own(theirs) },
      [...path, field],
      conflicts,
    )
    if (value !== undefined) merged.push([field, value])
  }
  return Object.fromEntries(merged)
}

const byName = (list: readonly Json[]): Map<string, Json> =>
  new Map(list.map((entry) => [nameOf(entry) ?? '', entry]))

const mergeLists = (
  { base, mine, theirs }: Three<Json[]>,
  path: string[],
  conflicts: MergeConflict[],
): Json[] => {
  const [before, own, other] = [byName(base), byName(mine), byName(theirs)]
  const kept = new Map<string, Json>()
  for (const name of new Set([...own.keys(), ...other.keys()])) {
    const value = mergeValue(
      { base: before.get(name), mine: own.get(name), theirs: other.get(name) },
      [...path, name],
      conflicts,
    )
    if (value !== undefined) kept.set(name, value)
  }
  return orderOf({ base: [...before.keys()], mine: [...own.keys()], theirs: [...other.keys()] })
    .filter((name) => kept.has(name))
    .map((name) => kept.get(name)!)
}

/**
 * The order of whoever changed it; of the own side when both did. What only the other side has follows what it stands
 * behind there.
 */
const orderOf = ({ base, mine, theirs }: Three<string[]>): string[] => {
  const common = new Set(mine.filter((name) => theirs.includes(name) && base.includes(name)))
  const inCommon = (names: string[]): string[] => names.filter((name) => common.has(name))
  const iMoved = !sameJson(inCommon(mine), inCommon(base))
  const [leading, following] = iMoved ? [mine, theirs] : [theirs, mine]
  const order = [...leading]
  for (const [place, name] of following.entries()) {
    if (order.includes(name)) continue
    const previous = following.slice(0, place).findLast((one) => order.includes(one))
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, name)
  }
  return order
}
