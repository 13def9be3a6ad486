import type { Job } from '@assay/contracts'
import type { ComparedJobs } from '../support/compared-jobs.ts'
import { comparisonsOf } from '../support/comparisons.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import type { RunningHouse } from '../support/running-house.ts'
import { panelOf } from '../support/scorecards.ts'

export interface FitsWorld {
  job: Job
  /** Everything about fits that the admin is answered, who owes a scorecard on another job of the family. */
  told: () => Promise<unknown>
  /** Others rate a candidate, and the family is measured. */
  measure: () => Promise<string>
}

/** A family in which an admin owes: their role lets them see every job, so nothing else holds anything back. */
export const fitsWorld = async (house: RunningHouse, own: ComparedJobs): Promise<FitsWorld> => {
  const family = crypto.randomUUID()
  const [job, elsewhere] = [await own.begin({ family }), await own.begin({ family })]
  await own.met(job, 'Ada', { interviewer: [4, 3, 4], admin: [3, 2, 3] })
  await own.met(job, 'Bob', { interviewer: [2, 3, 3], admin: [1, 2, 2] })
  const owed = await own.panels.apply(await own.panels.candidate('Owed'), elsewhere)
  await own.panels.schedule(owed, panelOf(house.north.admin))
  const { admin, recruiter } = own.clients
  let last = crypto.randomUUID() as string
  return {
    job,
    told: async () => {
      const answers = [
        await fitsOf(admin).list(job),
        await admin.get(`/api/v1/measurement-fits/${last}`),
        await admin.get('/api/v1/calibration'),
        await admin.get('/api/v1/calibration/me'),
      ]
      const { fit, noFitBecause, pairs, tiers, wouldChange, applications } =
        await comparisonsOf(admin).compare(job)
      return [
        answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]+"/, '')]),
        [fit, noFitBecause, pairs, tiers, wouldChange, applications.map(({ fair, panel }) => [fair, panel])],
      ]
    },
    measure: async () => {
      ;({ id: last } = await fitsOf(recruiter).computed(job))
      return last
    },
  }
}
