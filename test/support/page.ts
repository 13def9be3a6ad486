import type { Browser, Page } from 'playwright-core'

const complaints = new WeakMap<Page, string[]>()

export interface PageOptions {
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
}

/** A page of a browser of its own. It remembers what the browser complains about: scripts, policies, other hosts. */
export const openPage = async (browser: Browser, url: string, options: PageOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.scheme ?? 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`))
  page.on('console', (message) => {
    // A refused request is told by the browser, too; the tests look at those themselves.
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      heard.push(`console: ${text}`)
  })
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || /^(data|blob):/.test(request.url())
    if (!isOwn) heard.push(`another host: ${request.url()}`)
  })
  return page
}

export const complaintsOf = (page: Page): string[] => complaints.get(page) ?? []

export const visibleText = (page: Page): Promise<string> => page.locator('body').innerText()

/** By how many pixels the page is wider than the screen. Told as text: the tests know no browser types. */
export const horizontalOverflow = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)')
