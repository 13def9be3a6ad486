import { problemOf } from './problem.ts'
import { discard, send } from './send.ts'

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

/** Someone is waiting for the page: what asks for more patience than this fails, and offers to try again. */
const PATIENCE_SECONDS = 3

/** A busy server that says when to come back is asked once more, when that is soon. */
const present = async (): Promise<Response> => {
  const response = await send('/sessions/refresh', { method: 'POST' })
  if (response.status !== 429 && response.status !== 503) return response
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  if (!(seconds >= 0 && seconds <= PATIENCE_SECONDS)) return response
  await discard(response)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  return await send('/sessions/refresh', { method: 'POST' })
}

/** Only a 401 says that the session is over. Anything else says nothing about it, and fails as what it is. */
const refreshOnce = async (failedSince: number): Promise<boolean> => {
  if (lastRefresh() > failedSince) return true
  const response = await present()
  if (!response.ok && response.status !== 401) throw await problemOf(response)
  await discard(response)
  if (response.status === 401) return false
  rememberRefresh()
  return true
}

const acrossTabs = async (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? await navigator.locks.request('assay.refresh', work) : await work()

let inFlight: Promise<boolean> | null = null

/**
 * Trades the refresh cookie for a new pair; false when the session is over, a problem when that cannot be known.
 * One at a time in this tab and between tabs, since a refresh token that is presented twice ends the whole family.
 */
export const refreshSession = async (failedSince: number): Promise<boolean> => {
  inFlight ??= acrossTabs(() => refreshOnce(failedSince)).finally(() => {
    inFlight = null
  })
  return await inFlight
}
