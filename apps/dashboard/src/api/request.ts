import { forgetLastUser } from './last-user.ts'
import { problemOf } from './problem.ts'
import { refreshSession } from './refresh.ts'
import { discard, send, type Outgoing } from './send.ts'
import { signInAgain } from './sign-in-again.ts'

export interface Answer<T> {
  data: T
  headers: Headers
}

const read = async <T>(response: Response): Promise<Answer<T>> => {
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return { data: (text === '' ? undefined : JSON.parse(text)) as T, headers: response.headers }
}

const refused = new Set<() => void>()

/** Someone else may have changed what the person may do, or the record: whoever holds an older view hears of it. */
export const onRefusal = (listener: () => void): (() => void) => {
  refused.add(listener)
  return () => refused.delete(listener)
}

const heed = (response: Response): Response => {
  if (response.status === 403 || response.status === 412) for (const listener of refused) listener()
  return response
}

/** For the pages before sign-in: a 401 there is an answer, not an expired session. */
export const requestSignedOut = async <T>(path: string, outgoing?: Outgoing): Promise<Answer<T>> =>
  await read<T>(await send(path, outgoing))

const askAgain = async (): Promise<boolean> => {
  forgetLastUser()
  return await signInAgain()
}

/**
 * For everything behind sign-in. An expired session is refreshed once; when that fails, the person is asked to
 * sign in over the page as it stands, and the request is sent again as it was, with the same idempotency key.
 */
const ask = async (path: string, outgoing?: Outgoing): Promise<Response> => {
  const sentAt = Date.now()
  const response = await send(path, outgoing)
  if (response.status !== 401) return heed(response)
  const mayGoOn = (await refreshSession(sentAt)) || (await askAgain())
  if (!mayGoOn) return heed(response)
  await discard(response)
  return heed(await send(path, outgoing))
}

export const request = async <T>(path: string, outgoing?: Outgoing): Promise<Answer<T>> =>
  await read<T>(await ask(path, outgoing))

/** A file, whatever it holds. */
export const requestFile = async (path: string): Promise<Blob> => {
  const response = await ask(path)
  if (!response.ok) throw await problemOf(response)
  return await response.blob()
}

export const newKey = (): string => crypto.randomUUID()
