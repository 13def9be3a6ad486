import { measureBundles } from '../../apps/dashboard/bundle-size.ts'
import { dashboardDirectory } from './built.ts'
import { printTable } from './figures.ts'

/** JavaScript that a page makes the browser load, gzipped. */
export const run = async (): Promise<void> => {
  const { signInPage, linkPage, interviewRoom, adminPage } = measureBundles(dashboardDirectory)
  const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1)
  printTable([
    ['', 'KB gzipped', 'limit'],
    ['sign-in', kilobytes(signInPage), '200'],
    ['interview room', kilobytes(interviewRoom), '200'],
    ['first admin page', kilobytes(adminPage), '340'],
    ['invitation, setup, a new password', kilobytes(linkPage), ''],
  ])
}
