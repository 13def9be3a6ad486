import { expect } from '@jest/globals'
import type {
  Application,
  ApplicationChange,
  ApplicationOutcomes,
  Board,
  Candidate,
  Job,
  RejectionReason,
} from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'
import { bankOf } from './question-bank.ts'

export const APPLICATIONS = '/api/v1/applications'

const read = <Body>(answer: Answer): Body => {
  expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([answer.status, ''])
  return answer.json<Body>()
}

/** Stages that ask for nothing. */
export const freeStages = (...names: string[]) =>
  names.map((name) => ({ id: crypto.randomUUID(), name, requiresScorecards: false, templates: [] }))

/** Jobs, candidates and applications as one person sees and moves them. Each call must succeed. */
export const hiringOf = (client: HttpClient) => {
  const bank = bankOf(client)
  const reasons = () => bank.all<RejectionReason>('rejection-reasons')
  return {
    ...bank,
    job: (more: object = {}): Promise<Job> =>
      bank.made<Job>('jobs', { title: 'Backend engineer', department: 'Platform', level: 'senior', ...more }),
    candidate: (name: string, more: object = {}): Promise<Candidate> =>
      bank.made<Candidate>('candidates', { name, ...more }),
    apply: (candidate: { id: string }, job: { id: string }, more: object = {}): Promise<Application> =>
      bank.made<Application>('applications', { candidateId: candidate.id, jobId: job.id, ...more }),
    application: async (id: string) => read<Application>(await client.get(`${APPLICATIONS}/${id}`)),
    history: async (id: string) =>
      read<{ changes: ApplicationChange[] }>(await client.get(`${APPLICATIONS}/${id}/history`)).changes,
    board: async (job: { id: string }) => read<Board>(await client.get(`/api/v1/jobs/${job.id}/board`)),
    command: async (id: string, command: string, body: object = {}) =>
      read<ApplicationOutcomes>(await client.post(`${APPLICATIONS}/${id}/${command}`, body)),
    bulk: async (ids: readonly string[], command: object, dryRun = false) =>
      read<ApplicationOutcomes>(await client.post(`${APPLICATIONS}/command`, { ids, command, dryRun })),
    undo: async (changeSetId: string | null, dryRun = false) =>
      read<ApplicationOutcomes>(
        await client.post(`/api/v1/application-change-sets/${changeSetId}/undo`, { dryRun }),
      ),
    reason: async (kind: RejectionReason['kind']): Promise<string> =>
      (await reasons()).find((one) => one.kind === kind)!.id,
  }
}

export type Hiring = ReturnType<typeof hiringOf>
