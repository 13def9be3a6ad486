import { type Cursor, MAX_PAGE, type Page } from '@assay/contracts'

export interface Listed {
  id: string
}

/** Which page comes next: by its cursor where the list has one, else by number. */
export interface Onwards {
  range: [number, number]
  cursor?: Cursor | undefined
}

export const FIRST_PAGE: Onwards = { range: [0, MAX_PAGE - 1] }

/**
 * All rows of a list, a page at a time, the first one given. Between two pages somebody may add or change a row: none
 * comes twice. Returns whether rows were left out because there are more than `atMost`.
 */
export async function* listedRows<Row extends Listed>(
  first: Page<Row>,
  turn: (onwards: Onwards) => Promise<Page<Row>>,
  atMost: number,
): AsyncGenerator<Row[], boolean> {
  const seen = new Set<string>()
  let page = first
  for (let from = MAX_PAGE; ; from += MAX_PAGE) {
    const left = atMost - seen.size
    const unseen = page.rows.filter(({ id }) => !seen.has(id))
    const rows = unseen.slice(0, left)
    for (const { id } of rows) seen.add(id)
    yield rows
    if (unseen.length > left) return true
    if (page.rows.length < MAX_PAGE || page.next === null) return false
    page = await turn({ range: [from, from + MAX_PAGE - 1], cursor: page.next })
  }
}
