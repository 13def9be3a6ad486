import { findCopies, type KeptText, wipeCopies } from './device-copies.ts'

/** A draft that this page has open. */
export interface OpenDraft {
  userId: string
  /** Sends what waits. Resolves when that is over, also when it failed. */
  send: () => Promise<void>
  /** The server has all of it. */
  isSettled: () => boolean
  /** What neither the server nor the device has; null when there is nothing. */
  unkept: () => UnsentText | null
  /** Nobody wants it any more. */
  drop: () => void
}

export interface UnsentText extends KeptText {
  subject: string
  /** Milliseconds since 1970. */
  writtenAt: number
}

/** Somebody waits to sign out: longer than this, they are asked. */
const PATIENCE = 4_000

/** While they are asked, sending goes on. */
const LOOK_AGAIN = 500

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const open = new Set<OpenDraft>()

/** Signing out asks for it. Gives back what lets go of it. */
export const holdOpenDraft = (draft: OpenDraft): (() => void) => {
  open.add(draft)
  return () => open.delete(draft)
}

const draftsOf = (userId: string): OpenDraft[] => [...open].filter((draft) => draft.userId === userId)

/** A browser that keeps nothing has nothing to look for. */
const onDevice = async (userId: string): Promise<UnsentText[]> => {
  const found = await findCopies(userId).catch(() => [])
  return found
    .filter(({ isAcknowledged }) => !isAcknowledged)
    .map(({ subject, title, text, writtenAt }) => ({ subject, title, text, writtenAt }))
}

/** What the server still does not have, of this page and of closed ones. */
const unsentOf = async (userId: string): Promise<UnsentText[]> => {
  const unkept = draftsOf(userId)
    .map((draft) => draft.unkept())
    .filter((text) => text !== null)
  return [...(await onDevice(userId)), ...unkept]
}

/** Sends what this person wrote, and tells what the server still does not have. */
export const sendOrTell = async (userId: string): Promise<UnsentText[]> => {
  const sent = Promise.allSettled(draftsOf(userId).map(({ send }) => send()))
  await Promise.race([sent, pause(PATIENCE)])
  return await unsentOf(userId)
}

/** Resolves with true once the server has all of it after all, with false when nobody waits for that any more. */
export const sentAfterAll = async (userId: string, isWaitedFor: () => boolean): Promise<boolean> => {
  while (isWaitedFor()) {
    const isNothingLeft = (await unsentOf(userId)).length === 0
    // Drafts are asked as well: a device that cannot be read for a moment has not lost what it keeps.
    if (isNothingLeft && draftsOf(userId).every(({ isSettled }) => isSettled())) return isWaitedFor()
    await pause(LOOK_AGAIN)
  }
  return false
}

/** After an explicit sign-out: nothing of this person stays in this browser. */
export const forgetDrafts = async (userId: string): Promise<void> => {
  for (const draft of draftsOf(userId)) draft.drop()
  // A browser that keeps nothing has nothing to wipe.
  await wipeCopies(userId).catch(() => undefined)
}
