import type { Application, Job, RatingLevel, Role } from '@assay/contracts'
import { rated } from './comparisons.ts'
import { hiringOf } from './hiring.ts'
import type { HttpClient } from './http-client.ts'
import { panelsOf } from './panels.ts'
import type { RunningHouse } from './running-house.ts'
import { panelOf } from './scorecards.ts'

/** By role, what each gave on the competencies of the kit, the last for all that are left. */
export type Raters = Partial<Record<Role, readonly RatingLevel[]>>

/** Jobs with candidates who were met and rated, each job in a family of its own unless said otherwise. */
export const comparedJobs = async (house: RunningHouse) => {
  const clients = {} as Record<Role, HttpClient>
  for (const role of ['recruiter', 'interviewer', 'hiring_manager', 'admin'] as const)
    clients[role] = await house.signedIn(house.north[role])
  const panels = await panelsOf(house, clients.recruiter)
  return {
    clients,
    panels,
    begin: (more: object = {}): Promise<Job> =>
      hiringOf(clients.recruiter).job({
        team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
        family: crypto.randomUUID(),
        ...more,
      }),
    /** A candidate whom these people met in one interview. */
    met: async (job: Job, name: string, raters: Raters): Promise<Application> => {
      const application = await panels.apply(await panels.candidate(name), job)
      const roles = Object.keys(raters) as Role[]
      const made = await panels.schedule(application, panelOf(...roles.map((role) => house.north[role])))
      for (const role of roles) await rated(clients[role], made, raters[role]!)
      return application
    },
  }
}

export type ComparedJobs = Awaited<ReturnType<typeof comparedJobs>>
