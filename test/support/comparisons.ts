import { expect } from '@jest/globals'
import type { Comparison, Interview, InterviewRoom, RatingLevel, VersionContent } from '@assay/contracts'
import type { HttpClient } from './http-client.ts'
import { scorecardsOf } from './scorecards.ts'

const addressOf = (job: { id: string }, applications?: readonly { id: string }[]): string =>
  `/api/v1/jobs/${job.id}/comparison` +
  (applications ? `?applicationIds=${applications.map(({ id }) => id).join(',')}` : '')

/** Comparisons as one person asks for them. */
export const comparisonsOf = (client: HttpClient) => {
  const tryCompare = (job: { id: string }, applications?: readonly { id: string }[]) =>
    client.get(addressOf(job, applications))
  return {
    tryCompare,
    compare: async (job: { id: string }, applications?: readonly { id: string }[]): Promise<Comparison> => {
      const answer = await tryCompare(job, applications)
      expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, ''])
      return answer.json<Comparison>()
    },
  }
}

/** The outermost levels are not submitted without. */
const said = () => ({
  [crypto.randomUUID()]: { kind: 'quote' as const, text: 'They said so.', questionId: null },
})

/** Ratings of a draft, in the order of the kit; what is left over gets the last. */
export const ratingsOf = (kit: VersionContent, levels: readonly RatingLevel[]) =>
  Object.fromEntries(
    kit.competencies.map(({ id }, place) => [
      id,
      { level: levels[Math.min(place, levels.length - 1)]!, evidence: said() },
    ]),
  )

/** Submitted with these levels, and open to the others. */
export const rated = async (
  client: HttpClient,
  interview: Interview,
  levels: readonly RatingLevel[],
): Promise<InterviewRoom> => {
  const scorecards = scorecardsOf(client)
  const { kit } = await scorecards.own(interview)
  const { scorecard } = await scorecards.submit(interview, { ratings: ratingsOf(kit, levels) })
  return scorecards.step(scorecard.id, 'give-up-recall')
}
