import { expect } from '@jest/globals'
import type { Debrief, Recommendation, VotePhase } from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'
import { APPLICATIONS } from './hiring.ts'

export const DEBRIEFS = '/api/v1/debriefs'

const read = (answer: Answer): Debrief => {
  expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([answer.status, ''])
  return answer.json<Debrief>()
}

/** Debriefs as one person takes part in them. Each call must succeed, but for those that give the answer. */
export const debriefsOf = (client: HttpClient) => {
  const tryGet = (application: { id: string }) => client.get(`${APPLICATIONS}/${application.id}/debrief`)
  const tryVote = (id: string | null, phase: VotePhase, value: Recommendation) =>
    client.post(`${DEBRIEFS}/${id}/votes`, { phase, value })
  const tryStep = (id: string | null, verb: string) => client.post(`${DEBRIEFS}/${id}/${verb}`)
  const tryWrite = (id: string | null, notes: string, revision: number) =>
    client.patch(`${DEBRIEFS}/${id}`, { notes }, revision)
  return {
    tryGet,
    tryVote,
    tryStep,
    tryWrite,
    of: async (application: { id: string }) => read(await tryGet(application)),
    vote: async (id: string | null, phase: VotePhase, value: Recommendation) =>
      read(await tryVote(id, phase, value)),
    step: async (id: string | null, verb: string) => read(await tryStep(id, verb)),
    write: async (id: string | null, notes: string, revision: number) =>
      read(await tryWrite(id, notes, revision)),
  }
}
