import { setTimeout as delay } from 'node:timers/promises'
import type { InterviewRoom, SavedScorecard, ScorecardDraft } from '@assay/contracts'
import type { Answer, HttpClient } from '../support/http-client.ts'
import { SCORECARDS } from '../support/scorecards.ts'

/** How the server would show a scorecard, as far as its writer knows. */
interface Known {
  revision: number
  summary: string
  status: 'draft' | 'submitted'
  submissions: number
  recalls: number
}

/** What was acknowledged of one scorecard, and what is unknown because no answer came. */
export interface ScorecardLedger {
  room: InterviewRoom
  known: Known
  pending: Known | null
  acknowledged: number
  unanswered: number
}

export const ledgerOf = (room: InterviewRoom): ScorecardLedger => {
  const { revision, draft, status } = room.scorecard
  return {
    room,
    known: { revision, summary: draft.summary, status, submissions: 0, recalls: 0 },
    pending: null,
    acknowledged: 0,
    unanswered: 0,
  }
}

/** Every so many saves it is submitted, and taken back. */
const SUBMITS_AFTER = 6

/** Saves without a pause, submits now and then. Without an answer the truth is looked up before the next step. */
export const writeWithoutPause = async (
  client: HttpClient,
  ledger: ScorecardLedger,
  goOn: () => boolean,
): Promise<void> => {
  for (let turn = 1; goOn(); turn += 1) {
    if (ledger.pending !== null && !(await lookUp(client, ledger))) continue
    const answer = await nextStep(client, ledger, turn)
    if (answer === null || answer.status >= 500) {
      ledger.unanswered += 1
      await delay(50)
      continue
    }
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
    ledger.known = ledger.pending!
    ledger.pending = null
    ledger.acknowledged += 1
    const revision = revisionIn(answer)
    if (revision !== ledger.known.revision) throw new Error(`answered with revision ${revision}`)
  }
}

const revisionIn = (answer: Answer): number => {
  const body = answer.json<SavedScorecard | InterviewRoom>()
  return 'scorecard' in body ? body.scorecard.revision : body.revision
}

const nextStep = (client: HttpClient, ledger: ScorecardLedger, turn: number): Promise<Answer | null> => {
  const { known, room } = ledger
  const path = `${SCORECARDS}/${room.scorecard.id}`
  const seen = { 'if-match': `"${known.revision}"` }
  if (known.status === 'submitted') {
    ledger.pending = { ...known, status: 'draft', recalls: known.recalls + 1 }
    return client.post(`${path}/recall`).catch(() => null)
  }
  if (turn % SUBMITS_AFTER === 0) {
    ledger.pending = { ...known, status: 'submitted', submissions: known.submissions + 1 }
    return client.post(`${path}/submit`, undefined, seen).catch(() => null)
  }
  const summary = `Said at turn ${turn} of revision ${known.revision}: ${'words '.repeat(300)}`.trim()
  ledger.pending = { ...known, summary, revision: known.revision + 1 }
  const draft: ScorecardDraft = { ...room.scorecard.draft, summary }
  return client.patch(path, { draft }, known.revision).catch(() => null)
}

const shows = (known: Known, { scorecard }: InterviewRoom): boolean =>
  scorecard.revision === known.revision &&
  scorecard.draft.summary === known.summary &&
  scorecard.status === known.status

/** @returns whether it could be looked up; throws when neither the acknowledged nor the pending state is there */
export const lookUp = async (client: HttpClient, ledger: ScorecardLedger): Promise<boolean> => {
  const { known, pending, room } = ledger
  const answer = await client.get(`${SCORECARDS}/${room.scorecard.id}/room`).catch(() => null)
  if (answer?.status !== 200) {
    await delay(50)
    return false
  }
  const stored = answer.json<InterviewRoom>()
  const wasDone = pending !== null && shows(pending, stored)
  if (!wasDone && !shows(known, stored)) {
    throw new Error(`lost: ${JSON.stringify({ known, pending, stored: stored.scorecard })}`)
  }
  ledger.known = wasDone ? pending : known
  ledger.pending = null
  return true
}
