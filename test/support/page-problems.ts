import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, horizontalOverflow } from './page.ts'

/** What every page has to fit: the usual and the least width, by day and by night. */
const looks = [
  ['light', 1280],
  ['dark', 360],
  ['light', 360],
] as const

/** Waits until nothing loads any more and the page has its heading. */
export const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** Colours change over a moment. */
const TRANSITION_MS = 400

/** The page as it stands, in one scheme and width. */
const problemsIn = async (page: Page, what: string, colorScheme: 'light' | 'dark'): Promise<string[]> => {
  const axe = new AxeBuilder({ page })
  // By night the same elements stand in the same places: only the rules about colour can tell something else.
  const { violations } = await (
    colorScheme === 'dark' ? axe.withRules(COLOUR_RULES) : axe.withTags(TAGS)
  ).analyze()
  const overflow = await horizontalOverflow(page)
  return [
    ...violations.map(
      ({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
    ),
    ...(overflow > 0 ? [`${what}: wider than the screen by ${overflow} px`] : []),
  ]
}

/** Loaded once and looked at four times: scheme and width follow the device while a page stands. */
const problemsOn = async (page: Page, url: string, path: string): Promise<string[]> => {
  await page.goto(url + path)
  await settle(page)
  const problems: string[] = []
  for (const [colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    await page.waitForTimeout(TRANSITION_MS)
    problems.push(...(await problemsIn(page, `${path} in ${colorScheme} at ${width} px`, colorScheme)))
  }
  return problems
}

/** What is not accessible, does not fit, or made the browser complain, over all of these pages. */
export const problemsOfPages = async (
  page: Page,
  url: string,
  paths: readonly string[],
): Promise<string[]> => {
  const problems: string[] = []
  for (const path of paths) problems.push(...(await problemsOn(page, url, path)))
  return [...problems, ...complaintsOf(page)]
}
