import { send } from './send.ts'

const REFRESHED_AT = 'assay.refreshedAt'

/** A time, nothing secret: lets tabs that waited for the lock see that another one has just done the work. */
const lastRefresh = (): number => {
  try {
    return Number(localStorage.getItem(REFRESHED_AT)) || 0
  } catch {
    return 0
  }
}

const rememberRefresh = (): void => {
  try {
    localStorage.setItem(REFRESHED_AT, String(Date.now()))
  } catch {
    // Without storage each tab refreshes for itself; the server's leeway covers that.
  }
}

const refreshOnce = async (failedSince: number): Promise<boolean> => {
  if (lastRefresh() > failedSince) return true
  const response = await send('/sessions/refresh', { method: 'POST' })
  if (response.ok) rememberRefresh()
  return response.ok
}

const acrossTabs = async (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? await navigator.locks.request('assay.refresh', work) : await work()

let inFlight: Promise<boolean> | null = null

/**
 * Trades the refresh cookie for a new pair; false when the session is over. One at a time in this tab and between
 * tabs, since a refresh token that is presented twice ends the whole family.
 */
export const refreshSession = async (failedSince: number): Promise<boolean> => {
  inFlight ??= acrossTabs(() => refreshOnce(failedSince)).finally(() => {
    inFlight = null
  })
  return await inFlight
}
