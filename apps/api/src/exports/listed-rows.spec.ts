import { describe, expect, test } from '@jest/globals'
import type { Cursor, Page } from '@assay/contracts'
import { FIRST_PAGE, type Listed, listedRows, type Onwards } from './listed-rows.ts'

const people = (count: number): Listed[] => Array.from({ length: count }, (_, n) => ({ id: `${n}` }))

const byNumber =
  (all: readonly Listed[]) =>
  async ({ range: [first, last] }: Onwards): Promise<Page<Listed>> => ({
    rows: await Promise.resolve(all.slice(first, last + 1)),
    total: all.length,
  })

/** Its pages by number end early, as those of a large collection do. */
const byCursor =
  (all: readonly Listed[], asked: Onwards[] = []) =>
  async (onwards: Onwards): Promise<Page<Listed>> => {
    asked.push(onwards)
    const from = onwards.cursor ? all.findIndex(({ id }) => id === onwards.cursor![2]) + 1 : 0
    const rows = await Promise.resolve(all.slice(from, from + 500))
    const next: Cursor | null = rows.length === 500 ? ['name', '', rows.at(-1)!.id] : null
    return { rows, total: all.length, next }
  }

const walked = async (turn: (onwards: Onwards) => Promise<Page<Listed>>, atMost = 50_000) => {
  const pages = listedRows(await turn(FIRST_PAGE), turn, atMost)
  const ids: string[] = []
  for (;;) {
    const { value, done } = await pages.next()
    if (done) return { ids, isCut: value }
    ids.push(...value.map(({ id }) => id))
  }
}

describe('the rows of a list', () => {
  test.each([0, 1, 499, 500, 501, 1_000, 1_234])('are all of them: %d', async (count) => {
    const ids = people(count).map(({ id }) => id)
    expect(await walked(byNumber(people(count)))).toEqual({ ids, isCut: false })
    expect(await walked(byCursor(people(count)))).toEqual({ ids, isCut: false })
  })

  test('go on with the cursor of the page before, where there is one', async () => {
    const asked: Onwards[] = []
    await walked(byCursor(people(1_100), asked))
    expect(asked.map(({ cursor }) => cursor?.[2])).toEqual([undefined, '499', '999'])
  })

  test.each([
    [1_000, false],
    [1_001, true],
    [2_000, true],
  ])('%d of them, of which at most 1,000 are wanted: cut is %s', async (count, isCut) => {
    const { ids, ...rest } = await walked(byNumber(people(count)), 1_000)
    expect({ count: ids.length, ...rest }).toEqual({ count: 1_000, isCut })
  })

  test('come once, whoever is added between two pages', async () => {
    const all = people(900)
    const { ids } = await walked(async (onwards) => {
      const page = await byNumber(all)(onwards)
      all.unshift({ id: `new before ${onwards.range[1]}` })
      return page
    })
    expect(ids).toEqual(people(900).map(({ id }) => id))
  })
})
