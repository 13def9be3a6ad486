import type { InterviewRoom, SavedScorecard, ScorecardDraft } from '@assay/contracts'
import { mayOutlive } from '../../api/keepalive.ts'
import { newKey, request } from '../../api/request.ts'
import type { Outgoing } from '../../api/send.ts'

const addressOf = (id: string): string => `/scorecards/${id}`

export const fetchRoom = async (id: string): Promise<InterviewRoom> =>
  (await request<InterviewRoom>(`${addressOf(id)}/room`)).data

/** `leaving`: the page may be gone before the answer. A 412 says in `current` how the draft stands on the server. */
export const saveScorecard = async (
  id: string,
  draft: ScorecardDraft,
  { revision, leaving = false }: { revision: number; leaving?: boolean },
): Promise<SavedScorecard> => {
  const body = { draft }
  const outgoing = {
    method: 'PATCH',
    body,
    ifMatch: revision,
    keepalive: leaving && mayOutlive(body),
  } as const
  return (await request<SavedScorecard>(addressOf(id), outgoing)).data
}

type StepName = 'submit' | 'recall' | 'give-up-recall' | 'amend' | 'hand-over'

const takeStep = async (
  id: string,
  step: StepName,
  told: Pick<Outgoing, 'body' | 'ifMatch'> = {},
): Promise<InterviewRoom> => {
  const outgoing = { method: 'POST', idempotencyKey: newKey(), ...told } as const
  return (await request<InterviewRoom>(`${addressOf(id)}/${step}`, outgoing)).data
}

/** What was saved as that revision, and nothing else, is submitted. */
export const submitScorecard = async (id: string, revision: number): Promise<InterviewRoom> =>
  await takeStep(id, 'submit', { ifMatch: revision })

/** Within a minute of submitting: it is a draft again, and nobody has seen it. */
export const recallScorecard = async (id: string): Promise<InterviewRoom> => await takeStep(id, 'recall')

/** Others read it now, and what they wrote opens. */
export const giveUpRecall = async (id: string): Promise<InterviewRoom> => await takeStep(id, 'give-up-recall')

/** What is saved as that revision replaces what was submitted, for that reason. */
export const amendScorecard = async (id: string, because: string, revision: number): Promise<InterviewRoom> =>
  await takeStep(id, 'amend', { body: { because }, ifMatch: revision })

/** The next interviewer sees what was covered and what was not reached, as it is saved. */
export const handOver = async (id: string): Promise<InterviewRoom> => await takeStep(id, 'hand-over')
