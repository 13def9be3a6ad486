import { type CurrentSession, isFields, type InterviewRoom, type Json } from '@assay/contracts'
import { lastUser } from '../../api/last-user.ts'
import { findCopies, type FoundCopy, keepCopy, removeCopy } from '../../drafts/device-copies.ts'
import type { DeviceText } from '../../drafts/device-text.ts'
import { A_WEEK, type ScorecardParts } from './scorecard-kind.ts'

/** The room as the server told it last, and who it was told to. */
export interface KeptRoom {
  room: InterviewRoom
  session: CurrentSession
  /** Milliseconds since 1970. */
  keptAt: number
}

/** Another release may keep it otherwise; what it does not know it leaves alone. */
const FORM = 1

const nameOf = (userId: string, id: string) => ({ userId, subject: `rooms/${id}`, writer: 'room' })

/** Beside the draft's copies, sealed as they are: what one needs to go on without a network. No résumé is in it. */
export const keepRoom = async (session: CurrentSession, room: InterviewRoom): Promise<void> => {
  const title = `${room.interview.candidate.name}: ${room.interview.template.name}`
  const text = { form: FORM, room, session } as unknown as Json
  await keepCopy(nameOf(session.user.id, room.scorecard.id), { title, text }, Date.now() + A_WEEK)
}

export const forgetRoom = async (userId: string, id: string): Promise<void> =>
  await removeCopy(nameOf(userId, id))

/** Of whoever was signed in last in this browser, and of nobody else. */
export const findKeptRoom = async (id: string): Promise<KeptRoom | null> => {
  const userId = lastUser()
  if (userId === null) return null
  const [found] = await findCopies(userId, nameOf(userId, id).subject)
  if (!found || !isFields(found.text) || found.text['form'] !== FORM) return null
  const { room, session } = found.text as unknown as Pick<KeptRoom, 'room' | 'session'>
  return session.user.id === userId ? { room, session, keptAt: found.writtenAt } : null
}

/** What the server had when that copy was written. */
const savedIn = ({ text, isAcknowledged }: FoundCopy) => {
  const { base, draft } = text as unknown as DeviceText<ScorecardParts>
  return isAcknowledged ? draft : base
}

/** The server saved more after the room was kept; the copies of the draft tell how far it had come. */
export const withSaved = (
  room: InterviewRoom,
  keptAt: number,
  copies: readonly FoundCopy[],
): InterviewRoom => {
  const newest = copies.findLast(({ writtenAt }) => writtenAt > keptAt)
  if (!newest) return room
  const savedAt = newest.isAcknowledged ? new Date(newest.writtenAt).toISOString() : room.scorecard.savedAt
  return { ...room, scorecard: { ...room.scorecard, draft: savedIn(newest), savedAt } }
}
