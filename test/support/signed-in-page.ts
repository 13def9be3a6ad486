import type { Browser, Page } from 'playwright-core'
import { openPage, type PageOptions } from './page.ts'
import { PASSWORD, type Person } from './running-house.ts'

/** Through the door, on whatever page is open. */
export const signIn = async (page: Page, url: string, person: Person): Promise<void> => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Somebody at a browser of their own, past the door. */
export const signedInPage = async (
  browser: Browser,
  url: string,
  person: Person,
  options: PageOptions = {},
): Promise<Page> => {
  const page = await openPage(browser, url, options)
  await signIn(page, url, person)
  return page
}
