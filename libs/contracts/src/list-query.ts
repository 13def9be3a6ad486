import { z } from 'zod'

/**
 * The list dialect (of ra-data-simple-rest): `?sort=["name","ASC"]&range=[0,24]&filter={"role":"admin"}`.
 * Names come from an allow-list per resource, since a column name cannot be a bound parameter.
 */
export const MAX_PAGE = 500
const MAX_OFFSET = 100_000

const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .max(4_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'This is not JSON.' })
        return z.NEVER
      }
    })
    .pipe(shape)

const range = z
  .tuple([z.int().min(0).max(MAX_OFFSET), z.int().min(0)])
  .refine(([first, last]) => last >= first, 'The range ends before it starts.')
  .refine(([first, last]) => last - first < MAX_PAGE, `A page has at most ${MAX_PAGE} rows.`)

export interface ListQuery<Field extends string = string, Filter = Record<string, unknown>> {
  sort: [Field, 'ASC' | 'DESC']
  range: [number, number]
  filter: Filter
}

/** The query of one resource's list. The first sort field is the default, descending unless said otherwise. */
export const listQuery = <const Field extends string, Shape extends z.ZodRawShape>(options: {
  sort: readonly [Field, ...Field[]]
  filter: Shape
  direction?: 'ASC' | 'DESC'
}) =>
  z.strictObject({
    sort: json(z.tuple([z.enum(options.sort), z.enum(['ASC', 'DESC'])])).default([
      options.sort[0] as never,
      options.direction ?? 'DESC',
    ]),
    range: json(range).default([0, 24]),
    filter: json(z.strictObject(options.filter).partial()).default({} as never),
  })

/** A total counted only up to here; one more than the cap means "more than that". */
export const CAPPED_TOTAL = 10_001

export interface Page<Row> {
  rows: Row[]
  total: number
}
