import type { JobLevel, TeamRole } from '@assay/contracts'
import { JobsService } from '../../jobs/jobs.service.ts'
import { LevelProfilesService } from '../../question-bank/level-profiles/level-profiles.service.ts'
import { asking, type DemoChapter } from './demo.ts'

interface DemoJob {
  title: string
  department: string
  level: JobLevel
  office: string
  description: string
  closed?: true
  team: readonly (readonly [name: string, role: TeamRole])[]
}

const PLATFORM = [
  ['mateo.alvarez', 'hiring_manager'],
  ['ruth.lindqvist', 'recruiter'],
  ['ines.duarte', 'interviewer'],
  ['kenji.watanabe', 'interviewer'],
  ['priya.raman', 'interviewer'],
] as const
const FLEET = [
  ['leila.haddad', 'hiring_manager'],
  ['ruth.lindqvist', 'recruiter'],
  ['tomasz.zielinski', 'interviewer'],
  ['ines.duarte', 'interviewer'],
] as const

const jobs: readonly DemoJob[] = [
  {
    title: 'Senior backend engineer, fleet telemetry',
    department: 'Engineering',
    level: 'senior',
    office: 'Stockholm',
    description:
      'Four thousand robots report twice a second. You own the way from their reports to the screens of the people who run the warehouses.',
    team: FLEET,
  },
  {
    title: 'Backend engineer, payments',
    department: 'Engineering',
    level: 'mid',
    office: 'Stockholm',
    description: 'Invoices, refunds and the nightly reconciliation, in a team of five.',
    team: PLATFORM,
  },
  {
    title: 'Staff engineer, platform',
    department: 'Engineering',
    level: 'staff',
    office: 'Lisbon',
    description: 'The services that all other teams build on, and the habits that keep them running.',
    team: PLATFORM,
  },
  {
    title: 'Site reliability engineer',
    department: 'Infrastructure',
    level: 'senior',
    office: 'Lisbon',
    description: 'You make the pager boring.',
    team: PLATFORM,
  },
  {
    title: 'Data engineer',
    department: 'Data',
    level: 'mid',
    office: 'Stockholm',
    description: 'Pipelines that the planners of the warehouses trust at six in the morning.',
    team: FLEET,
  },
  {
    title: 'Backend engineer, mapping',
    department: 'Engineering',
    level: 'senior',
    office: 'Stockholm',
    description: 'Floor plans that change while robots drive over them.',
    closed: true,
    team: FLEET,
  },
]

const address = (name: string): string => `${name}@northwind.example`

/** Six openings with their pipelines and teams, one of them closed. */
export const jobsChapter: DemoChapter = {
  name: 'jobs',
  tell: async (context) => {
    const recruiter = address('ruth.lindqvist')
    const { app, userIds } = context
    const service = app.get(JobsService, { strict: false })
    const profiles = app.get(LevelProfilesService, { strict: false })
    const who = asking(context, recruiter)
    await context.as(recruiter, async () => {
      const { rows } = await profiles.list({ sort: ['name', 'ASC'], range: [0, 99], filter: {} })
      for (const { closed, team, ...facts } of jobs) {
        const { id } = await service.create(
          {
            ...facts,
            levelProfileId: rows.find(({ level }) => level === facts.level)?.id ?? null,
            blindUntil: 'own_submitted',
            approvalGroups: [],
            team: team.map(([name, role]) => ({ userId: userIds.get(address(name)) ?? '', role })),
          },
          who,
        )
        if (closed) await service.close(id, who)
      }
    })
  },
}
