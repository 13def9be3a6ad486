import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, horizontalOverflow } from './page.ts'

/** Waits until nothing loads any more and the page has its heading. */
export const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

/**
 * Every page wide by day and narrow by night: each width and each scheme once, under all rules. The other two put the
 * same elements in the same places in the same colours; the long run (`npm run looks`) has them, too.
 */
const WIDTHS: Record<Scheme, readonly number[]> =
  process.env['ASSAY_LOOKS'] === 'all'
    ? { light: [1280, 360], dark: [1280, 360] }
    : { light: [1280], dark: [360] }

const TARGET_SIZE = 'target-size'

/** What axe finds wrong where the page stands now: each rule with the elements that break it. */
const violationsIn = async (page: Page): Promise<Map<string, string[]>> => {
  // What passes is not asked about: naming each of its elements takes longer than finding them.
  const { violations } = await new AxeBuilder({ page })
    // Without frames there is nothing to gather, and no second page is needed for it.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .analyze()
  return new Map(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]))
}

/** A bar that stays in view cuts into what scrolls under it: a target is too small if it is so further along, too. */
const settledViolations = async (page: Page): Promise<Map<string, string[]>> => {
  const found = await violationsIn(page)
  const small = found.get(TARGET_SIZE)
  if (small === undefined) return found
  await page.evaluate('scrollBy(0, scrollY > 40 ? -40 : 40)')
  const again = (await violationsIn(page)).get(TARGET_SIZE) ?? []
  const both = small.filter((element) => again.includes(element))
  if (both.length > 0) found.set(TARGET_SIZE, both)
  else found.delete(TARGET_SIZE)
  return found
}

/** The page as it stands: what is not accessible, and whether it is wider than the screen. */
export const problemsIn = async (page: Page, what: string): Promise<string[]> => {
  const violations = await settledViolations(page)
  const overflow = await horizontalOverflow(page)
  return [
    ...[...violations].map(([rule, elements]) => `${what}: ${rule} at ${elements.join('; ')}`),
    ...(overflow > 0 ? [`${what}: wider than the screen by ${overflow} px`] : []),
  ]
}

/** Loaded once for all widths: the width follows the device while a page stands. */
const problemsOn = async (page: Page, address: string, path: string, scheme: Scheme): Promise<string[]> => {
  const problems: string[] = []
  await page.setViewportSize({ width: WIDTHS[scheme][0]!, height: 800 })
  await page.goto(address + path)
  for (const width of WIDTHS[scheme]) {
    await page.setViewportSize({ width, height: 800 })
    await settle(page)
    problems.push(...(await problemsIn(page, `${path} in ${scheme} at ${width} px`)))
  }
  return problems
}

/**
 * What is not accessible, does not fit, or made the browser complain, over all of these pages, by day and by night.
 * Each scheme has a browser of its own: under a page that stands, colours change over a moment.
 */
export const problemsOfPages = async (
  opened: (scheme: Scheme) => Promise<Page>,
  address: string,
  paths: readonly string[],
): Promise<string[]> => {
  const problems: string[] = []
  for (const scheme of SCHEMES) {
    const page = await opened(scheme)
    for (const path of paths) problems.push(...(await problemsOn(page, address, path, scheme)))
    problems.push(...complaintsOf(page))
    await page.context().close()
  }
  return problems
}
