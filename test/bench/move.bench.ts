import type { Locator, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openBenchHouse } from './bench-house.ts'
import { printTable, quantile } from './figures.ts'
import { asker, largest } from './largest-draft.ts'
import type { BenchOptions } from './workloads.ts'

/** From the click to the next frame that shows what it did, as the browser tells it, in steps of 8 ms. */
interface Pressed {
  name: string
  duration: number
}

const watchPresses = async (page: Page): Promise<void> =>
  await page.evaluate(() => {
    const seen: Pressed[] = []
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) seen.push({ name, duration })
    }).observe({ type: 'event' as never, durationThreshold: 16 } as never)
  })

const pressesSeen = async (page: Page): Promise<number[]> =>
  await page.evaluate(() =>
    (globalThis as unknown as { seen: Pressed[] }).seen
      .splice(0)
      .filter(({ name }) => name === 'click')
      .map(({ duration }) => duration),
  )

const MOVES_OF_A_ROUND = 20

// How long a finger stays on a button, and how long a person takes from the pointer's arrival to the press.
const HELD_MS = 80
const AIMED_MS = 400

/** What scrolling and the pointer's arrival draw is over when a person presses; so it is here. */
const press = async (page: Page, button: Locator): Promise<void> => {
  await button.hover()
  await page.waitForTimeout(AIMED_MS)
  await button.click({ delay: HELD_MS })
}

/** Questions all over the draft go down by one, with a pause in which it is saved. */
const moveAround = async (page: Page): Promise<void> => {
  const buttons = page.locator('li[data-row] button[data-part="down"]')
  const count = (await buttons.count()) - 1
  for (let move = 0; move < MOVES_OF_A_ROUND; move += 1) {
    await press(page, buttons.nth((move * 7) % count))
    await page.waitForTimeout(600)
  }
}

/** Reordering the largest draft: 60 questions in 20 sections, its preview beside it. */
export const run = async ({ rounds }: BenchOptions): Promise<void> => {
  const house = await openBenchHouse()
  const browser = await launchChromium()
  try {
    const cookies = await house.signIn()
    const { id } = await largest(asker(house.product.url, cookies))
    const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } })
    const held = cookies.split('; ').map((one) => one.split('=') as [string, string])
    await context.addCookies(held.map(([name, value]) => ({ name, value, url: house.product.url })))
    const page = await context.newPage()
    await page.goto(`${house.product.url}/interview-template-versions/${id}`)
    await page.locator('li[data-row]').first().waitFor()
    await watchPresses(page)
    await moveAround(page)
    await pressesSeen(page)
    const rows: string[][] = []
    for (let round = 1; round <= rounds; round += 1) {
      await moveAround(page)
      const taken = await pressesSeen(page)
      rows.push([String(round), ...[0.5, 0.95, 1].map((part) => quantile(taken, part).toFixed(0))])
    }
    printTable([['round', 'p50, ms', 'p95, ms', 'most, ms'], ...rows])
  } finally {
    await browser.close()
    await house.close()
  }
}
