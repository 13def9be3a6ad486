import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Competency, Question } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { complaintsOf, horizontalOverflow, visibleText } from '../support/page.ts'
import { bankOf } from '../support/question-bank.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let admin: Page
let bank: ReturnType<typeof bankOf>

const signedIn = (person: Person, width = 1280): Promise<Page> =>
  signedInPage(browser, house.url, person, { width })

const question = (key: string): Promise<Question> => bank.byKey<Question>('questions', key)
const competency = (key: string): Promise<Competency> => bank.byKey<Competency>('competencies', key)
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const saved = (page: Page) => page.getByText('Saved.', { exact: true }).first().waitFor()
const anchor = (page: Page, level: string) => page.getByRole('textbox', { name: level, exact: true })

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  bank = bankOf(await house.signedIn(house.north.admin))
  admin = await signedIn(house.north.admin)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

test('an admin finds a question by words and by what it shows, and comes back to the same list', async () => {
  await admin.getByRole('link', { name: 'Question bank' }).click()
  await admin.getByText('32 questions').waitFor()
  await admin.getByLabel('Search the words').fill('LÓCK')
  await admin.getByLabel('Level', { exact: true }).selectOption('Staff')
  await admin.getByLabel('Competency', { exact: true }).selectOption('Python fundamentals')
  const found = admin.getByRole('link', { name: 'Context managers and cleanup' })
  await found.waitFor()
  await admin.waitForURL(/filter=.*LÓCK|filter=.*L%C3%93CK/i)
  await found.click()
  await admin.getByRole('heading', { name: 'Context managers and cleanup' }).waitFor()
  expect(await visibleText(admin)).toContain('Knows it from open() and nowhere else.')
  await admin.getByRole('link', { name: 'Questions', exact: true }).click()
  expect(await admin.getByLabel('Search the words').inputValue()).toBe('LÓCK')
  await admin.getByLabel('Search the words').fill('no such words at all')
  await admin.getByText('Nothing fits these filters.').waitFor()
  await admin.getByRole('button', { name: 'Clear the filters' }).last().click()
  await admin.getByText('32 questions').waitFor()
  await admin.getByLabel('Order').selectOption('From Z to A')
  await admin.waitForURL(/order=DESC/)
  await admin.locator('main li').first().getByRole('link', { name: 'Work you automated away' }).waitFor()
}, 60_000)

test('the filter offers the tags of the whole bank, whatever the list shows', async () => {
  const one = (await bank.all<Question>('questions')).find(({ tags }) => tags.includes('motivation'))!
  await admin.goto(`${house.url}/question-bank/questions`)
  await admin.getByLabel('Search the words').fill('no such words at all')
  await admin.getByText('Nothing fits these filters.').waitFor()
  await admin.getByLabel('Tag', { exact: true }).selectOption('motivation')
  await admin.getByLabel('Search the words').fill('')
  await admin.getByRole('link', { name: one.title }).waitFor()
}, 60_000)

test('saving says what it waits for, and a tag that is not ended yet is asked about before leaving', async () => {
  const { id } = await question('q.gil')
  await admin.goto(`${house.url}/question-bank/questions/${id}`)
  await admin.getByRole('link', { name: 'Edit', exact: true }).click()
  const button = admin.getByRole('button', { name: 'Save', exact: true })
  await button.focus()
  const described = (await button.getAttribute('aria-describedby'))!
  expect(await admin.locator(`[id="${described}"]`).innerText()).toBe('Nothing is changed yet.')
  await admin.keyboard.press('Enter')
  await admin.getByLabel('Tags').pressSequentially('half a t')
  await admin.evaluate('history.back()')
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Leave without saving' }).click()
  await admin.waitForURL(/\/question-bank\/questions\/[^/]+$/)
  expect((await question('q.gil')).tags).not.toContain('half a t')
}, 60_000)

test('an admin rewrites an anchor and a list by keyboard, and it is kept in that order', async () => {
  const { id, redFlags } = await question('q.gil')
  await admin.goto(`${house.url}/question-bank/questions/${id}/edit`)
  await anchor(admin, 'Strong yes').fill('Says which work the lock serializes, and proves it with a profile.')
  await admin.getByRole('textbox', { name: 'Red flags, entry 1' }).press('Alt+ArrowDown')
  await admin.keyboard.press('End')
  await admin.keyboard.press('Enter')
  await admin.keyboard.type('Blames the lock for a slow database.')
  await admin.getByRole('button', { name: 'Remove entry 1' }).nth(2).click()
  await admin.getByLabel('Tags').fill('lock, own words')
  await save(admin)
  await saved(admin)
  const after = await question('q.gil')
  expect(after.anchors[3]?.text).toBe('Says which work the lock serializes, and proves it with a profile.')
  expect(after.redFlags).toEqual([redFlags[0], 'Blames the lock for a slow database.', ...redFlags.slice(2)])
  expect(after.tags.slice(-2)).toEqual(['lock', 'own words'])
}, 60_000)

describe('wrong input', () => {
  test('is told at its field, and nothing typed is lost', async () => {
    await admin.goto(`${house.url}/question-bank/competencies/new`)
    await admin.getByLabel('Definition').fill('Kept while the name is wrong.')
    await admin.getByRole('button', { name: 'Add the competency' }).click()
    await admin.getByText('Please fill this in.').waitFor()
    const name = admin.getByLabel('Name', { exact: true })
    await name.fill('x'.repeat(121))
    await admin.getByText('At most 120 characters.').waitFor()
    await name.fill('  trade-off THINKING ')
    await admin.getByRole('button', { name: 'Add the competency' }).click()
    await admin.getByText('Case and accents make no difference.', { exact: false }).first().waitFor()
    expect(await name.getAttribute('aria-invalid')).toBe('true')
    expect(await admin.getByLabel('Definition').inputValue()).toBe('Kept while the name is wrong.')
    await name.fill('Mentoring')
    await admin.getByRole('button', { name: 'Add the competency' }).click()
    await admin.getByRole('heading', { name: 'Mentoring', level: 1 }).waitFor()
    expect(await visibleText(admin)).toContain('0 of 4 anchors')
  }, 60_000)

  test('in one entry of a list stands beside that entry', async () => {
    const { id } = await question('q.decorators')
    await admin.goto(`${house.url}/question-bank/questions/${id}/edit`)
    const second = admin.getByRole('textbox', { name: 'Follow-ups, entry 2' })
    await second.fill('')
    await save(admin)
    await admin.getByText('Please fill this in.').waitFor()
    expect(await second.getAttribute('aria-invalid')).toBe('true')
    await admin.getByRole('button', { name: 'Take back the changes' }).click()
    expect(await second.inputValue()).not.toBe('')
  }, 60_000)
})

describe('two admins at once', () => {
  test('who write different anchors keep both; where both wrote, both texts stand side by side', async () => {
    const { id } = await competency('clarification')
    const address = `${house.url}/question-bank/competencies/${id}/edit`
    const other = await signedIn(house.north.admin)
    await admin.goto(address)
    await other.goto(address)
    await anchor(other, 'Yes').fill('Their words for yes.')
    await anchor(other, 'No').fill('Their words for no.')
    await save(other)
    await saved(other)
    await anchor(admin, 'Strong no').fill('My words for strong no.')
    await anchor(admin, 'No').fill('My words for no.')
    await save(admin)
    await admin.getByRole('row', { name: /Their words for no\..*My words for no\./s }).waitFor()
    expect(await anchor(admin, 'Strong no').inputValue()).toBe('My words for strong no.')
    await admin.getByRole('button', { name: 'Keep mine, then save' }).click()
    await save(admin)
    await saved(admin)
    const { anchors } = await competency('clarification')
    expect(anchors.slice(0, 3).map(({ text }) => text)).toEqual([
      'My words for strong no.',
      'My words for no.',
      'Their words for yes.',
    ])
    await other.context().close()
  }, 60_000)

  test('a failed save keeps what was typed, and leaving asks first', async () => {
    const { id } = await competency('communication')
    await admin.goto(`${house.url}/question-bank/competencies/${id}/edit`)
    await admin.getByLabel('Definition').fill('Typed while the server was away.')
    await admin.route('**/api/v1/competencies/**', (route) => route.abort())
    await save(admin)
    await admin.getByText('No answer from the server.').waitFor()
    expect(await admin.getByLabel('Definition').inputValue()).toBe('Typed while the server was away.')
    await admin.unroute('**/api/v1/competencies/**')
    await admin.getByRole('link', { name: 'Back to reading it' }).click()
    await admin.getByRole('button', { name: 'Stay' }).click()
    await save(admin)
    await saved(admin)
    expect((await competency('communication')).definition).toBe('Typed while the server was away.')
  }, 60_000)
})

test('a weight unlike the others asks for its reason', async () => {
  await admin.goto(`${house.url}/question-bank/level-profiles`)
  await admin.getByRole('link', { name: 'Senior backend engineer' }).click()
  await admin.getByRole('link', { name: 'Edit' }).click()
  await admin.getByLabel('Weight').first().fill('2')
  await save(admin)
  await admin.getByText('A weight other than that of the others needs a written reason.').waitFor()
  await admin.getByLabel('Why it weighs that').fill('This team lives on its trade-offs.')
  await save(admin)
  await saved(admin)
  await admin.getByRole('link', { name: 'Back to reading it' }).click()
  await admin.getByText('This team lives on its trade-offs.').waitFor()
}, 60_000)

test('an archived question says so, is found again, and can be restored', async () => {
  const { id, title } = await question('q.observability')
  await admin.goto(`${house.url}/question-bank/questions/${id}`)
  await admin.getByRole('button', { name: 'Archive' }).click()
  const asked = admin.getByRole('dialog')
  expect(await asked.innerText()).toContain('Nothing is deleted')
  await asked.getByRole('button', { name: 'Archive' }).click()
  await admin.getByText(/^Archived on /).waitFor()
  await admin.goto(`${house.url}/question-bank/questions`)
  await admin.getByText('31 questions').waitFor()
  await admin.getByLabel('Show').selectOption('Archived')
  await admin.getByRole('link', { name: title }).click()
  await admin.getByRole('button', { name: 'Restore' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await admin.getByRole('button', { name: 'Archive' }).waitFor()
  expect((await question('q.observability')).archivedAt).toBeNull()
  expect(complaintsOf(admin).filter((complaint) => !complaint.includes('net::'))).toEqual([])
}, 60_000)

test('what was written here and is used nowhere is found by the palette and can be removed for good', async () => {
  const { id } = await bank.made<Question>('questions', { title: 'Écluse', prompt: 'Why?', minutes: 3 })
  await admin.keyboard.press('Control+K')
  await admin.getByRole('combobox', { name: 'Search or jump to' }).fill('ecluse')
  await admin.getByRole('option', { name: /Écluse/ }).click()
  await admin.waitForURL(`${house.url}/question-bank/questions/${id}`)
  await admin.getByRole('button', { name: 'Remove' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await admin.getByText('“Écluse” is removed.').waitFor()
  await admin.getByText('32 questions').waitFor()
  await admin.goto(`${house.url}/question-bank/questions/${id}`)
  await admin.getByText('There is no page here.').waitFor()
}, 60_000)

test('a recruiter reads everything on a phone and changes nothing', async () => {
  const recruiter = await signedIn(house.north.recruiter, 360)
  const { id, anchors } = await competency('python-fundamentals')
  await recruiter.goto(`${house.url}/question-bank/competencies/${id}`)
  await recruiter.getByRole('heading', { name: 'Python fundamentals' }).waitFor()
  const seen = (await visibleText(recruiter)).replaceAll('`', '')
  for (const { text } of anchors) expect(seen).toContain(text.replaceAll('`', ''))
  expect(await recruiter.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  expect(await recruiter.getByRole('button', { name: 'Archive' }).count()).toBe(0)
  expect(await horizontalOverflow(recruiter)).toBe(0)
  await recruiter.goto(`${house.url}/question-bank/competencies/${id}/edit`)
  await recruiter.getByText('This page is not for your role.').waitFor()
  await recruiter.context().close()
}, 60_000)

test('an interviewer finds no way in, and is told so at the address', async () => {
  const interviewer = await signedIn(house.north.interviewer)
  expect(await interviewer.getByRole('link', { name: 'Question bank' }).count()).toBe(0)
  await interviewer.goto(`${house.url}/question-bank/questions`)
  await interviewer.getByText('This page is not for your role.').waitFor()
  await interviewer.context().close()
}, 60_000)
