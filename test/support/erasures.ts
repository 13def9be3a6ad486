import { expect } from '@jest/globals'
import type { Candidate, CandidateDocument, Erasure, ErasureOutcome, LegalHold } from '@assay/contracts'
import { documentsOf } from './documents.ts'
import { hiringOf } from './hiring.ts'
import type { Answer, HttpClient } from './http-client.ts'
import { plainResume } from './resume-files.ts'

const read = <Body>(answer: Answer, status = 200): Body => {
  expect([answer.status, answer.status === status ? '' : answer.text]).toEqual([status, ''])
  return answer.json<Body>()
}

export const erasePath = (id: string): string => `/api/v1/candidates/${id}/erase`

/** Erasures and holds as an admin carries them out. Each call must succeed. */
export const erasuresOf = (admin: HttpClient) => ({
  trial: async (id: string) =>
    read<ErasureOutcome>(await admin.post(erasePath(id), { reason: 'asked', dryRun: true })),
  erase: async (id: string, more: object = {}) => {
    const { revision } = read<Candidate>(await admin.get(`/api/v1/candidates/${id}`))
    const headers = { 'if-match': `"${revision}"` }
    return read<ErasureOutcome>(
      await admin.send('POST', erasePath(id), { body: { reason: 'asked', ...more }, headers }),
    )
  },
  list: async () => read<Erasure[]>(await admin.get('/api/v1/erasures')),
  hold: async (subject: LegalHold['subject'], subjectId: string, reason = 'A claim is pending') =>
    read<LegalHold>(await admin.post('/api/v1/legal-holds', { subject, subjectId, reason }), 201),
  holds: async (filter: object = {}) =>
    read<LegalHold[]>(
      await admin.get(`/api/v1/legal-holds?filter=${encodeURIComponent(JSON.stringify(filter))}`),
    ),
  lift: async (id: string) =>
    read<LegalHold>(await admin.post(`/api/v1/legal-holds/${id}/lift`, { reason: 'The claim is settled' })),
})

/** Words that stand nowhere else in a test. */
export const WORDS_OF_SOMEBODY = [
  'Quillon Zephyrine',
  'zephyrine',
  'quillon@zephyrine.example',
  '+46 70 999 12 34',
  'Xylograph',
  'Vexillology',
]

/** Everything that can be known of a person, in the places where people write it. */
export const somebody = async (client: HttpClient, job: { id: string }) => {
  const own = hiringOf(client)
  const documents = documentsOf(client)
  const candidate = await own.candidate('Quillon Zephyrine', {
    preferredName: 'Zephyrine',
    headline: 'Xylograph by trade',
    company: 'Zephyrine & Daughters',
    location: 'Zephyrine Street 4',
    source: 'Cousin of Zephyrine',
    tags: ['vexillology'],
    emails: [{ kind: 'home', value: 'quillon@zephyrine.example' }],
    phones: [{ kind: 'mobile', value: '+46 70 999 12 34' }],
    links: [{ kind: 'website', value: 'https://zephyrine.example/' }],
  })
  const uploaded = await documents.upload(
    candidate.id,
    ['Quillon Zephyrine', 'quillon@zephyrine.example', 'Vexillology and Xylograph', ...plainResume].join(
      '\n',
    ),
    { filename: 'zephyrine.txt', kind: 'resume' },
  )
  const document = read<CandidateDocument>(uploaded, 201)
  await documents.settled(document.id)
  const application = await own.apply(candidate, job, { source: 'Zephyrine asked' })
  return {
    candidate: read<Candidate>(await client.get(`/api/v1/candidates/${candidate.id}`)),
    document,
    application,
  }
}
