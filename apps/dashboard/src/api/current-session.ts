import type { CurrentSession, Permission } from '@assay/contracts'
import { useSyncExternalStore } from 'react'
import { forgetLastUser, noteLastUser } from './last-user.ts'
import { request } from './request.ts'

/** Who is signed in, as this tab knows it. Never stored: the cookie is the truth. */
let held: CurrentSession | null = null
/** It is what this device remembers: the server could not be asked yet. */
let isRemembered = false
let loading: Promise<CurrentSession> | null = null
const listeners = new Set<() => void>()

/** Several parts ask at once who is signed in; when nobody is, the first answer serves them all. */
const REFUSAL_STANDS = 1_000
let refusal: { at: number; problem: unknown } | null = null

const hold = (session: CurrentSession | null, remembered = false): void => {
  if (session) refusal = null
  if (session && !remembered) noteLastUser(session.user.id)
  held = session
  isRemembered = remembered
  for (const listener of listeners) listener()
}

/** Tells other tabs who is signed in: the cookies are theirs too, so none may go on as somebody else. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('assay.session') : null
tabs?.addEventListener('message', ({ data }: MessageEvent<{ userId: string | null }>) => {
  if (held && data.userId !== null && data.userId !== held.user.id) location.reload()
})

export const holdSession = (session: CurrentSession): void => {
  hold(session)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin by nature
  tabs?.postMessage({ userId: session.user.id })
}

/** Without a network: somebody whom this device knows. The next question to the server decides. */
export const holdRememberedSession = (session: CurrentSession): void => {
  if (!held) hold(session, true)
}

export const dropSession = (): void => {
  forgetLastUser()
  hold(null)
}

export const heldSession = (): CurrentSession | null => held

const refuse = (problem: unknown): never => {
  refusal = { at: Date.now(), problem }
  throw problem
}

/** Asks the server anew; rights may have changed since. */
export const loadSession = async (): Promise<CurrentSession> => {
  if (refusal && Date.now() - refusal.at < REFUSAL_STANDS) throw refusal.problem
  loading ??= request<CurrentSession>('/sessions/current')
    .then(({ data }) => {
      hold(data)
      return data
    }, refuse)
    .finally(() => {
      loading = null
    })
  return await loading
}

export const currentSession = async (): Promise<CurrentSession> =>
  held && !isRemembered ? held : await loadSession()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCurrentSession = (): CurrentSession | null => useSyncExternalStore(subscribe, heldSession)

/** The server has not said yet that this is who is here. */
export const useRememberedSession = (): boolean => useSyncExternalStore(subscribe, () => isRemembered)

/** Only hides: the server decides. */
export const usePermitted = (permission: Permission): boolean =>
  useCurrentSession()?.permissions.includes(permission) ?? false
