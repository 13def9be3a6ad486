import {
  type JsonFields,
  sameJson,
  type VersionContent,
  type VersionDifference,
  type VersionPlace,
} from '@assay/contracts'

type What = VersionDifference['of']['what']

/** One thing of a version that can be added, removed, moved and changed. */
interface Item {
  what: What
  id: string
  name: string
  fields: JsonFields
  /** Where it stands: what it stands in, and how many of what stays stand before it there. */
  within: string
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const fieldDifferences = (
  of: VersionDifference['of'],
  before: JsonFields,
  after: JsonFields,
): VersionDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !sameJson(before[field], after[field]))
    .map((field) => ({
      kind: 'changed',
      of,
      field,
      before: isEmpty(before[field]) ? null : before[field],
      after: isEmpty(after[field]) ? null : after[field],
    }))

const itemsOf = (content: VersionContent): Item[] => [
  ...content.competencies.map(({ id, key: _key, ...fields }): Item => {
    return { what: 'competency', id, name: fields.name, fields, within: 'version' }
  }),
  ...content.structures.map(({ id, key: _key, ...fields }): Item => {
    return { what: 'structure', id, name: fields.name, fields, within: 'version' }
  }),
  ...content.signals.map(({ id, key: _key, ...fields }): Item => {
    return { what: 'signal', id, name: fields.text, fields, within: 'version' }
  }),
  ...content.sections.flatMap(({ id: sectionId, questions, ...section }): Item[] => [
    { what: 'section', id: sectionId, name: section.title, fields: section, within: 'version' },
    ...questions.map(({ id, key: _key, ...fields }): Item => {
      return { what: 'question', id, name: fields.title, fields, within: sectionId }
    }),
  ]),
]

const ofItem = ({ what, id, name }: Item): VersionDifference['of'] => ({ what, id, name })
const idOf = ({ what, id }: Item): string => `${what} ${id}`

const grid = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))

/** The longest run of ids that keep their order: what is not in it was moved, and nothing else. */
const unmoved = (before: readonly string[], after: readonly string[]): Set<string> => {
  const lengths = grid(before.length + 1, after.length + 1)
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        before[i] === after[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const kept = new Set<string>()
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) {
      kept.add(before[i]!)
      i += 1
      j += 1
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1
    else j += 1
  }
  return kept
}

const listOf = ({ what, within }: Item): string => `${what} of ${within}`

/** Ids in their order, apart for each list that has an order of its own. */
const orders = (items: readonly Item[]): Map<string, string[]> => {
  const lists = new Map<string, string[]>()
  for (const item of items) {
    const list = listOf(item)
    lists.set(list, [...(lists.get(list) ?? []), idOf(item)])
  }
  return lists
}

const unmovedOf = (before: readonly Item[], after: readonly Item[]): Set<string> => {
  const afterwards = orders(after)
  return new Set([...orders(before)].flatMap(([list, ids]) => [...unmoved(ids, afterwards.get(list) ?? [])]))
}

/** Where each thing stands, as people count. */
const placesOf = (content: VersionContent, items: readonly Item[]): Map<string, VersionPlace> => {
  const titles = new Map(content.sections.map(({ id, title }) => [id, title]))
  const lists = orders(items)
  return new Map(
    items.map((item) => {
      const list = lists.get(listOf(item))!
      const place = list.indexOf(idOf(item)) + 1
      return [idOf(item), { section: titles.get(item.within) ?? null, place, count: list.length }]
    }),
  )
}

/**
 * What differs from one version to another, by field: what was removed, then in the order of the later one what was
 * added, moved and changed. The same thing moved and changed gives an entry for each.
 */
export const differencesOf = (before: VersionContent, after: VersionContent): VersionDifference[] => {
  const [items, later] = [itemsOf(before), itemsOf(after)]
  const known = new Map(items.map((item) => [idOf(item), item]))
  const stays = new Set(later.map(idOf))
  const inPlace = unmovedOf(items, later)
  const [from, to] = [placesOf(before, items), placesOf(after, later)]
  const version = { what: 'version', id: null, name: '' } as const
  return [
    ...fieldDifferences(version, headOf(before), headOf(after)),
    ...items
      .filter((item) => !stays.has(idOf(item)))
      .map((item): VersionDifference => {
        return { kind: 'removed', of: ofItem(item), field: null, before: item.fields, after: null }
      }),
    ...later.flatMap((item): VersionDifference[] => {
      const earlier = known.get(idOf(item))
      const of = ofItem(item)
      if (!earlier) return [{ kind: 'added', of, field: null, before: null, after: item.fields }]
      const moved: VersionDifference[] = inPlace.has(idOf(item))
        ? []
        : [{ kind: 'moved', of, field: null, before: from.get(idOf(item)), after: to.get(idOf(item)) }]
      return [...moved, ...fieldDifferences(of, earlier.fields, item.fields)]
    }),
  ]
}

const headOf = ({ durationMinutes, scale, instructions, preparation }: VersionContent): JsonFields => ({
  durationMinutes,
  scale,
  instructions,
  'preparation.about': preparation.about,
  'preparation.topics': preparation.topics,
})
