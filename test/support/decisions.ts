import { expect } from '@jest/globals'
import type { Decision, PresentSnapshot } from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'
import { APPLICATIONS } from './hiring.ts'

export const DECISIONS = '/api/v1/decisions'

const read = <Body>(answer: Answer): Body => {
  expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([answer.status, ''])
  return answer.json<Body>()
}

/** Decisions as one person makes and reads them. Each call must succeed, but for those that give the answer. */
export const decisionsOf = (client: HttpClient) => {
  const snapshot = async (application: { id: string }) =>
    read<PresentSnapshot>(await client.get(`${APPLICATIONS}/${application.id}/decision-snapshot`))
  /** What a decision says of it, with its present hash. */
  const facts = async (application: { id: string }, more: object = {}) => {
    const { hash, competencies } = await snapshot(application)
    return {
      outcome: 'hire',
      rationale: {
        text: 'Runs what they build.',
        competencies: [{ competencyId: competencies[0]!.id, text: 'Explains every choice.' }],
      },
      snapshotHash: hash,
      ...more,
    }
  }
  const tryMake = async (application: { id: string }, more: object = {}) =>
    client.post(DECISIONS, { applicationId: application.id, ...(await facts(application, more)) })
  const tryAnswer = (id: string, verb: string, body?: object) =>
    client.post(`${DECISIONS}/${id}/${verb}`, body)
  return {
    snapshot,
    facts,
    tryMake,
    tryAnswer,
    make: async (application: { id: string }, more: object = {}) =>
      read<Decision>(await tryMake(application, more)),
    answer: async (id: string, verb: string, body?: object) =>
      read<Decision>(await tryAnswer(id, verb, body)),
    supersede: async (id: string, application: { id: string }, more: object = {}) => {
      const body = { because: 'We learned more.', ...(await facts(application, more)) }
      return read<Decision>(await tryAnswer(id, 'supersede', body))
    },
    get: async (id: string) => read<Decision>(await client.get(`${DECISIONS}/${id}`)),
    of: async (application: { id: string }) => {
      const filter = encodeURIComponent(JSON.stringify({ applicationId: application.id }))
      return read<Decision[]>(await client.get(`${DECISIONS}?filter=${filter}`))
    },
  }
}
