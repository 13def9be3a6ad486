/** What can be written as JSON. */
export type Json = null | boolean | number | string | Json[] | JsonFields
export type JsonFields = { [field: string]: Json }

export const isFields = (value: Json | undefined): value is JsonFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal whatever the order of the fields: the database keeps an order of its own. */
export const sameJson = (one: Json | undefined, other: Json | undefined): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, place) => sameJson(entry, other[place]))
  if (isFields(one) && isFields(other)) {
    const fields = Object.keys(one)
    return (
      fields.length === Object.keys(other).length &&
      fields.every((field) => Object.hasOwn(other, field) && sameJson(one[field], other[field]))
    )
  }
  return one === other
}
