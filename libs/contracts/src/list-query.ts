import { z } from 'zod'
import { id } from './text.ts'

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

const rangeTo = (furthest: number) =>
  z
    .tuple([z.int().min(0).max(furthest), z.int().min(0)])
    .refine(([first, last]) => last >= first, 'The range ends before it starts.')
    .refine(([first, last]) => last - first < MAX_PAGE, `A page has at most ${MAX_PAGE} rows.`)

/** The row a page begins after: the field it is sorted by, its value there, its id. Given with every page. */
export type Cursor<Field extends string = string> = [field: Field, value: string, id: string]

export interface ListQuery<Field extends string = string, Filter = Record<string, unknown>> {
  sort: [Field, 'ASC' | 'DESC']
  range: [number, number]
  filter: Filter
  /** With it, `range` only says how long the page is, and what number its first row has. */
  cursor?: Cursor<Field> | undefined
}

interface ListOptions<Field extends string, Shape extends z.ZodRawShape> {
  sort: readonly [Field, ...Field[]]
  filter: Shape
  direction?: 'ASC' | 'DESC'
}

const listShape = <const Field extends string, Shape extends z.ZodRawShape>(
  options: ListOptions<Field, Shape>,
  furthest: number,
) => ({
  sort: json(z.tuple([z.enum(options.sort), z.enum(['ASC', 'DESC'])])).default([
    options.sort[0],
    options.direction ?? 'DESC',
  ]),
  range: json(rangeTo(furthest)).default([0, 24]),
  filter: json(z.strictObject(options.filter).partial()).default({} as never),
})

/** The query of one resource's list. The first sort field is the default, descending unless said otherwise. */
export const listQuery = <const Field extends string, Shape extends z.ZodRawShape>(
  options: ListOptions<Field, Shape>,
) => z.strictObject(listShape(options, MAX_OFFSET))

/**
 * The same for a large collection. Leaving out rows costs as much as reading them: pages by offset end at `furthest`,
 * and a cursor (of the `X-Next-Cursor` of the page before) goes on from there.
 */
export const longListQuery = <const Field extends string, Shape extends z.ZodRawShape>(
  options: ListOptions<Field, Shape> & { furthest: number },
) =>
  z
    .strictObject({
      ...listShape(options, 1_000_000_000),
      cursor: json(z.tuple([z.enum(options.sort), z.string().max(1_000), id])).optional(),
    })
    .refine(({ cursor, sort }) => cursor === undefined || cursor[0] === (sort[0] as string), {
      path: ['cursor'],
      message: 'This cursor belongs to another order.',
    })
    .refine(({ cursor, range }) => cursor !== undefined || range[0] <= options.furthest, {
      path: ['range'],
      message: `Pages by number end at row ${options.furthest}: go on with the cursor of a page, or narrow the list.`,
    })

/** What an export of a list is asked with: the list's own order and filters, and all of its pages. */
export const exportQuery = <Sort extends z.ZodType, Filter extends z.ZodType>(list: {
  shape: { sort: Sort; filter: Filter }
}) => z.strictObject({ sort: list.shape.sort, filter: list.shape.filter })

/** Rows of one exported file. */
export const MAX_EXPORTED_ROWS = 50_000

/** A total counted only up to here; one more than the cap means "more than that". */
export const CAPPED_TOTAL = 10_001

export interface Page<Row> {
  rows: Row[]
  total: number
  /** The total is the least there is; it is so anyway from the cap on. */
  isCapped?: boolean
  /** Where the next page begins; null when there is none. Only large collections say it. */
  next?: Cursor | null
}
