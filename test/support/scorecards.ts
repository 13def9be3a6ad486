import { expect } from '@jest/globals'
import {
  emptyScorecard,
  type Interview,
  type InterviewRoom,
  type SavedScorecard,
  type Scorecard,
  type ScorecardDraft,
  type ScorecardsOfApplication,
  type VersionContent,
} from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'
import { APPLICATIONS } from './hiring.ts'
import { INTERVIEWS } from './panels.ts'

export const SCORECARDS = '/api/v1/scorecards'

const read = <Body>(answer: Answer): Body => {
  expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([answer.status, ''])
  return answer.json<Body>()
}

/** A draft that lacks nothing: everything rated yes, with a summary. */
export const completeDraft = (kit: VersionContent, more: Partial<ScorecardDraft> = {}): ScorecardDraft => ({
  ...emptyScorecard,
  ratings: Object.fromEntries(
    kit.competencies.map(({ id }) => [id, { level: kit.scale - 1, evidence: {} }] as const),
  ),
  recommendation: 'yes',
  confidence: 'medium',
  summary: 'Knows the runtime well.',
  ...more,
})

/** Scorecards as one person writes and reads them. Each call must succeed, but for those that give the answer. */
export const scorecardsOf = (client: HttpClient) => {
  const seen = (revision: number) => ({ 'if-match': `"${revision}"` })
  const room = async (id: string) => read<InterviewRoom>(await client.get(`${SCORECARDS}/${id}/room`))
  const own = async ({ id }: { id: string }): Promise<InterviewRoom> => {
    const { ownScorecard } = read<Interview>(await client.get(`${INTERVIEWS}/${id}`))
    return room(ownScorecard!.id)
  }
  const trySave = (id: string, draft: unknown, revision: number) =>
    client.patch(`${SCORECARDS}/${id}`, { draft }, revision)
  const trySubmit = (id: string, revision: number) =>
    client.post(`${SCORECARDS}/${id}/submit`, undefined, seen(revision))
  const save = async ({ scorecard }: InterviewRoom, draft: ScorecardDraft) =>
    read<SavedScorecard>(await trySave(scorecard.id, draft, scorecard.revision))
  const step = async (id: string, command: string) =>
    read<InterviewRoom>(await client.post(`${SCORECARDS}/${id}/${command}`))
  return {
    room,
    own,
    trySave,
    save,
    trySubmit,
    step,
    /** Complete, with what is put otherwise; nobody may read it before its recall is given up. */
    submit: async (interview: { id: string }, more: Partial<ScorecardDraft> = {}): Promise<InterviewRoom> => {
      const opened = await own(interview)
      const { revision } = await save(opened, completeDraft(opened.kit, more))
      return read<InterviewRoom>(await trySubmit(opened.scorecard.id, revision))
    },
    tryAmend: (id: string, because: string, revision: number) =>
      client.post(`${SCORECARDS}/${id}/amend`, { because }, seen(revision)),
    get: (id: string) => client.get(`${SCORECARDS}/${id}`),
    scorecard: async (id: string) => read<Scorecard>(await client.get(`${SCORECARDS}/${id}`)),
    of: async (application: { id: string }) =>
      read<ScorecardsOfApplication>(await client.get(`${APPLICATIONS}/${application.id}/scorecards`)),
  }
}

/** Seats of a panel, for whoever schedules. */
export const panelOf = (...people: readonly { id: string }[]) => ({
  panel: people.map(({ id }) => ({ userId: id })),
})

/** Submitted, and not to be taken back any more. */
export const released = async (client: HttpClient, interview: { id: string }): Promise<string> => {
  const scorecards = scorecardsOf(client)
  const { scorecard } = await scorecards.submit(interview)
  await scorecards.step(scorecard.id, 'give-up-recall')
  return scorecard.id
}

/** What somebody is answered for one scorecard, for those of its application, and whether it is among them. */
export const reads = async (client: HttpClient, application: { id: string }, id: string) => {
  const list = await client.get(`${APPLICATIONS}/${application.id}/scorecards`)
  const ids = list.status === 200 ? list.json<ScorecardsOfApplication>().scorecards.map((one) => one.id) : []
  return [(await client.get(`${SCORECARDS}/${id}`)).status, list.status, ids.includes(id)]
}

export const readsAs = {
  SHOWN: [200, 200, true],
  HELD_BACK: [404, 200, false],
  UNKNOWN: [404, 404, false],
}
