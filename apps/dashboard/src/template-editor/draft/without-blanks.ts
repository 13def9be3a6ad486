import type { Json } from '@assay/contracts'

/** Lists of texts in which a new entry may stand that nobody has written yet. */
export const withoutBlanks = (value: Json): Json => {
  if (Array.isArray(value)) {
    return value.filter((entry) => typeof entry !== 'string' || entry.trim() !== '').map(withoutBlanks)
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withoutBlanks(inner)]))
}
