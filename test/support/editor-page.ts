import type { InterviewTemplateVersion, VersionDraft } from '@assay/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { type Templates, VERSIONS } from './interview-templates.ts'

/** Opens a version; `place` is the end of the address that leads to a place of it. */
export const openVersion = async (
  page: Page,
  { id, template }: InterviewTemplateVersion,
  place = '',
): Promise<void> => {
  await page.goto(`/interview-template-versions/${id}${place}`)
  await page.getByRole('heading', { level: 1, name: template.name }).waitFor()
}

/** The page says that everything is on the server. */
export const saidSaved = (page: Page): Promise<void> => page.getByText(/^Saved \d/).waitFor()

/** Until the draft on the server is so. */
export const untilDraft = async (
  own: Templates,
  id: string,
  holds: (draft: VersionDraft) => boolean,
): Promise<void> => {
  const deadline = Date.now() + 8_000
  while (!holds((await own.version(id)).draft!)) {
    if (Date.now() > deadline) throw new Error('It was not saved.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Saving does not get through, all else does; `false` mends it. */
export const cutSaving = async (context: BrowserContext, cut = true): Promise<void> => {
  await context.unroute(`**${VERSIONS}/*`)
  if (!cut) return
  await context.route(`**${VERSIONS}/*`, async (route) =>
    route.request().method() === 'PATCH' ? await route.abort('connectionrefused') : await route.fallback(),
  )
}

/** The page dies as it stands: no event, no last request. */
export const crash = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const dead = new Promise((resolve) => page.once('crash', resolve))
  // It never answers: there is nobody left to.
  session.send('Page.crash').catch(() => undefined)
  await dead
  await page.close()
}
