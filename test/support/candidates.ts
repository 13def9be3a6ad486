import { expect } from '@jest/globals'
import type { Candidate, CustomField, LikelyDuplicates, MergeOutcome } from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'

export const CANDIDATES = '/api/v1/candidates'
export const CUSTOM_FIELDS = '/api/v1/custom-fields'

const read = <Body>(answer: Answer, status = 200): Body => {
  expect([answer.status, answer.status === status ? '' : answer.text]).toEqual([status, ''])
  return answer.json<Body>()
}

export interface CandidatePage {
  rows: Candidate[]
  /** As `Content-Range` says it. */
  total: number
  isCapped: boolean
  next: string | null
}

/** Candidates as one person sees and writes them. Each call must succeed. */
export const candidatesOf = (client: HttpClient) => ({
  made: async (facts: object) =>
    read<Candidate & { likelyDuplicates: LikelyDuplicates }>(await client.post(CANDIDATES, facts), 201),
  one: async (id: string) => read<Candidate>(await client.get(`${CANDIDATES}/${id}`)),
  changed: async ({ id, revision }: Candidate, change: object) =>
    read<Candidate>(await client.patch(`${CANDIDATES}/${id}`, change, revision)),
  merged: async (id: string, otherId: string, more: object = {}) =>
    read<MergeOutcome>(await client.post(`${CANDIDATES}/${id}/merge`, { otherId, ...more })),
  unmerged: async (id: string, otherId: string) =>
    read<{ candidate: Candidate; other: Candidate }>(
      await client.post(`${CANDIDATES}/${id}/unmerge`, { otherId }),
    ),
  like: async (wanted: object) =>
    read<LikelyDuplicates>(await client.post(`${CANDIDATES}/likely-duplicates`, wanted)),
  field: async (facts: object) => read<CustomField>(await client.post(CUSTOM_FIELDS, facts), 201),
  page: async (query: {
    filter?: object
    sort?: [string, string]
    range?: [number, number]
    cursor?: string
  }): Promise<CandidatePage> => {
    const parameters = Object.entries(query).map(
      ([name, value]) =>
        `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    const answer = await client.get(`${CANDIDATES}?${parameters.join('&')}`)
    return {
      rows: read<Candidate[]>(answer),
      total: Number(answer.headers.get('content-range')?.split('/')[1]),
      isCapped: answer.headers.get('x-total-capped') === 'true',
      next: answer.headers.get('x-next-cursor'),
    }
  },
})

export type Candidates = ReturnType<typeof candidatesOf>
