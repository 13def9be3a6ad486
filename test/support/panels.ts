import type { Application, Interview, Job } from '@assay/contracts'
import { withClient } from './database.ts'
import { type Hiring, hiringOf } from './hiring.ts'
import type { HttpClient } from './http-client.ts'
import { templatesOf } from './interview-templates.ts'
import type { RunningHouse } from './running-house.ts'

export const INTERVIEWS = '/api/v1/interviews'

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

/** A job of the hiring manager's, with candidates, and interviews whose panel is the interviewer unless said otherwise. */
export const panelsOf = async (house: RunningHouse, recruiter: HttpClient) => {
  const own: Hiring = hiringOf(recruiter)
  const job: Job = await own.job({
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
  })
  const { id: templateId } = await templatesOf(recruiter).kit('kit.python-fundamentals')
  let people = 0
  const factsFor = (application: { id: string }, more: object = {}) => ({
    applicationId: application.id,
    templateId,
    startsAt: inDays(1 + people),
    minutes: 60,
    timeZone: 'Europe/Berlin',
    panel: [{ userId: house.north.interviewer.id }],
    ...more,
  })
  const asOwner = (statement: string, values: unknown[]) =>
    withClient(house.database.ownerUrl, (client) => client.query(statement, values))
  return {
    ...own,
    job,
    templateId,
    factsFor,
    applied: async (): Promise<Application> =>
      own.apply(await own.candidate(`Candidate ${(people += 1)}`), job),
    schedule: (application: { id: string }, more: object = {}): Promise<Interview> =>
      own.made<Interview>('interviews', factsFor(application, more)),
    /** As if the scorecard had been opened. */
    opened: ({ id }: Interview) =>
      asOwner('UPDATE panelists SET opened_at = now() WHERE interview_id = $1', [id]),
    /** As if the scorecards were in: of the whole panel, or of one person. */
    submitted: ({ id }: Interview, person?: { id: string }) =>
      asOwner(
        `UPDATE panelists SET owes = false, opened_at = now(), released_at = now()
          WHERE interview_id = $1 AND ($2::uuid IS NULL OR user_id = $2)`,
        [id, person?.id ?? null],
      ),
  }
}

export type Panels = Awaited<ReturnType<typeof panelsOf>>
