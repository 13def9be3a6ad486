import type { Job } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { MeasurementFitsService } from '../../calibration/measurement-fits.service.ts'
import { DebriefsService } from '../../debriefs/debriefs.service.ts'
import { DecisionApprovalsService } from '../../decisions/decision-approvals.service.ts'
import { DecisionSnapshotsService } from '../../decisions/decision-snapshots.service.ts'
import { DecisionsService } from '../../decisions/decisions.service.ts'
import { JobsService } from '../../jobs/jobs.service.ts'
import { LevelProfilesService } from '../../question-bank/level-profiles/level-profiles.service.ts'
import { applicants } from './applicants.ts'
import { asking, type DemoChapter, type DemoContext } from './demo.ts'
import {
  HIRED,
  type PlannedPerson,
  plan,
  plannedLevel,
  plannedText,
  type RaterName,
  SPLIT,
  WAITING,
} from './finalist-plan.ts'
import { addCandidate, type Placed, writeLives } from './hiring.ts'
import { type Life, workingHour } from './pipeline-days.ts'
import { layBlanks, writeOwn } from './scorecards.ts'
import { writtenScorecard } from './written-scorecard.ts'

const address = (name: string): string => `${name}@northwind.example`
const ADMIN = address('amara.okafor')
const RECRUITER = address('ruth.lindqvist')
const MANAGER = address('mateo.alvarez')
const COLLEAGUE = address('leila.haddad')
const RATERS = ['ines.duarte', 'kenji.watanabe', 'priya.raman', 'tomasz.zielinski', 'leila.haddad'] as const
/** In front of them in the list of invented people. */
const APPLICANTS_BEFORE = 120

const FAMILY = 'Warehouse engineering'
const OPENINGS = [
  [
    'earlier',
    'Senior engineer, dock automation',
    'Conveyors, gates and the robots that wait in front of them. Two seats, one of them filled.',
  ],
  [
    'finalists',
    'Senior engineer, warehouse operations',
    'When a warehouse stands still at night, your services are the first that have to know why.',
  ],
] as const

/**
 * Five finalists whose raw means mislead, a split panel in the middle of its debrief, one decision that counts and one that
 * waits. Their ratings are the same in every demo: `finalist-plan.spec.ts` fits exactly them.
 */
export const finalistsChapter: DemoChapter = {
  name: 'finalists',
  tell: async (context) => {
    const placed = await context.as(RECRUITER, () => placeAll(context))
    await context.as(RECRUITER, () => layBlanks(context))
    await context.count()
    for (const rater of [...RATERS, 'mateo.alvarez'] as const) {
      await context.as(address(rater), () => writeAs(context, rater, placed))
    }
    await meet(context, idOf(placed, SPLIT))
    await decide(context, idOf(placed, HIRED), 'Runs what they build, and said so with figures.')
    await decide(context, idOf(placed, WAITING), 'The calmest on-call stories of this opening.')
    await agree(context, idOf(placed, HIRED))
    await measure(context)
  },
}

/** By the id of the application. */
type PlacedPeople = ReadonlyMap<string, PlannedPerson>

const idOf = (placed: PlacedPeople, wanted: PlannedPerson): string =>
  [...placed].find(([, person]) => person === wanted)![0]

/** Computed in the background: fair scores are there when somebody has signed in and found the comparison. */
const measure = async (context: DemoContext): Promise<void> => {
  const work = context.app.get(UnitOfWork, { strict: false })
  const fits = context.app.get(MeasurementFitsService, { strict: false })
  await context.as(MANAGER, async () => {
    const jobs = await work.query<{ id: string }>(
      'SELECT id FROM jobs WHERE organization_id = $1 AND family = $2 ORDER BY id',
      [context.organizationId, FAMILY],
    )
    for (const { id } of jobs) await fits.ask(id, asking(context, MANAGER))
  })
}

const placeAll = async (context: DemoContext): Promise<PlacedPeople> => {
  const work = context.app.get(UnitOfWork, { strict: false })
  const jobs = await openJobs(context)
  const kits = await work.query<{ id: string; key: string }>(
    'SELECT id, key FROM interview_templates WHERE organization_id = $1 AND key IS NOT NULL',
    [context.organizationId],
  )
  const kitIds = new Map(kits.map(({ id, key }) => [key, id]))
  const people = applicants(APPLICANTS_BEFORE + plan.length).slice(APPLICANTS_BEFORE)
  const now = await work.now()
  const placed: Placed[] = []
  for (const person of plan) {
    const applicant = people[person.place]!
    const job = jobs.get(person.job)!
    const life = lifeOf(person, { job, now, kitIds, userIds: context.userIds })
    placed.push({ applicant, candidateId: await addCandidate(context, applicant), job, life })
  }
  const ids = await writeLives(context, placed)
  return new Map(ids.map((id, at) => [id, plan[at]!]))
}

const openJobs = async (context: DemoContext): Promise<Map<PlannedPerson['job'], Job>> => {
  const { app, userIds } = context
  const of = (email: string): string => userIds.get(email) ?? ''
  const who = asking(context, RECRUITER)
  const { rows: profiles } = await app
    .get(LevelProfilesService, { strict: false })
    .list({ sort: ['name', 'ASC'], range: [0, 99], filter: {} })
  const jobs = new Map<PlannedPerson['job'], Job>()
  for (const [name, title, description] of OPENINGS) {
    const job = await app.get(JobsService, { strict: false }).create(
      {
        title,
        description,
        department: 'Operations',
        // Their own, in which nobody owes anything: whoever does is shown no fair scores.
        family: FAMILY,
        level: 'senior',
        office: 'Stockholm',
        levelProfileId: profiles.find(({ level }) => level === 'senior')?.id ?? null,
        blindUntil: 'own_submitted',
        approvalGroups: [RECRUITER, ADMIN].map((email) => ({ needed: 1, userIds: [of(email)] })),
        team: [
          { userId: of(MANAGER), role: 'hiring_manager' },
          { userId: of(COLLEAGUE), role: 'hiring_manager' },
          { userId: of(RECRUITER), role: 'recruiter' },
          ...RATERS.slice(0, 4).map((rater) => ({
            userId: of(address(rater)),
            role: 'interviewer' as const,
          })),
        ],
      },
      who,
    )
    jobs.set(name, job as unknown as Job)
  }
  return jobs
}

interface Place {
  job: Job
  now: Date
  kitIds: ReadonlyMap<string, string>
  userIds: ReadonlyMap<string, string>
}

/** Days before today on which a finalist entered each stage of the usual pipeline. */
const ENTERED = [26, 23, 19, 13, 7, 3]
/** The stage in which everybody but the finalists and two others ended. */
const LAST_BUT_FEW = 3

const lifeOf = (
  { place, end, panels, job: opening }: PlannedPerson,
  { job, now, kitIds, userIds }: Place,
): Life => {
  const daysAgo = opening === 'finalists' ? place : 14 + (place % 8) * 11
  const isInOffer = panels.some(([kit]) => kit === 'kit.hiring-manager')
  const stages = isInOffer ? job.stages : job.stages.slice(0, LAST_BUT_FEW + 1)
  const at = (days: number, hour: number): Date => workingHour(now, -days - daysAgo, hour)
  const steps: Life['steps'] = stages.map((stage, number) => ({
    kind: number === 0 ? 'applied' : 'moved',
    stage,
    status: 'active',
    at: at(ENTERED[number] ?? 0, 8),
  }))
  if (end !== 'active') {
    steps.push({ kind: end, stage: stages.at(-1)!, status: end, at: at(5, 16) })
  }
  const interviews = panels.map(([kit, panel], number) => {
    const templateId = kitIds.get(kit) ?? ''
    const held = stages.findIndex(({ templates }) => templates.some((one) => one.templateId === templateId))
    return {
      stage: stages[held] ?? stages[0]!,
      templateId,
      panelists: panel.length,
      at: at((ENTERED[held] ?? 0) - 2, 9 + ((place * 3 + number * 2) % 7)),
      isOver: true,
      panel: panel.map((rater) => userIds.get(address(rater)) ?? ''),
    }
  })
  return { steps, interviews }
}

const writeAs = (context: DemoContext, rater: RaterName, placed: PlacedPeople): Promise<void> => {
  const told = new Set<string>()
  return writeOwn(context, (sitting) => {
    const person = placed.get(sitting.applicationId)
    if (!person) return writtenScorecard(sitting)
    const words = { ...sitting, applicationId: `finalist ${person.place}`, userId: rater }
    return writtenScorecard(words, {
      levelFor: ({ key }) => plannedLevel(person, rater, key ?? ''),
      textFor: ({ key }) => {
        const text = plannedText(person, rater, key ?? '')
        // Who met somebody twice does not write the same words twice.
        if (text === undefined || told.has(text)) return undefined
        told.add(text)
        return text
      },
    })
  })
}

/** Everybody has read and voted; they are talking, and one has thought again. */
const meet = async (context: DemoContext, applicationId: string): Promise<void> => {
  const debriefs = context.app.get(DebriefsService, { strict: false })
  const { id } = await context.as(MANAGER, () => debriefs.ofApplication(applicationId))
  if (id === null) throw new Error('A debrief begins once everybody has submitted.')
  const before = { 'tomasz.zielinski': 'strong_yes', 'leila.haddad': 'yes', 'ines.duarte': 'no' } as const
  for (const [name, value] of Object.entries(before)) {
    await context.as(address(name), () => debriefs.vote(id, { phase: 'before', value }))
  }
  await context.as(MANAGER, () => debriefs.beginTalking(id))
  await context.as(MANAGER, () => debriefs.write(id, NOTES, 1))
  await context.as(address('tomasz.zielinski'), () => debriefs.vote(id, { phase: 'after', value: 'yes' }))
}

const NOTES = `Ines and Tomasz talk about two different outages: March (their own service) and June (a neighbour's).

- The rollback question was asked about June only.
- Leila asks for the follow-ups in writing before we go on.`

const decide = async (context: DemoContext, applicationId: string, text: string): Promise<void> => {
  const { app } = context
  await context.as(COLLEAGUE, async () => {
    const { hash, competencies } = await app
      .get(DecisionSnapshotsService, { strict: false })
      .present(applicationId)
    const about = competencies.slice(0, 2).map(({ id }) => ({
      competencyId: id,
      text: 'Everybody who rated it put them at or above the bar, with evidence.',
    }))
    await app.get(DecisionsService, { strict: false }).make(
      {
        applicationId,
        outcome: 'hire',
        rationale: { text, competencies: about },
        dissent: [],
        reasonId: null,
        snapshotHash: hash,
      },
      asking(context, COLLEAGUE),
    )
  })
}

/** With the second of them it counts, and they are hired. */
const agree = async (context: DemoContext, applicationId: string): Promise<void> => {
  const approvals = context.app.get(DecisionApprovalsService, { strict: false })
  const decisions = context.app.get(DecisionsService, { strict: false })
  for (const email of [RECRUITER, ADMIN]) {
    await context.as(email, async () => {
      const { rows } = await decisions.list({
        sort: ['madeAt', 'DESC'],
        range: [0, 0],
        filter: { applicationId },
      })
      await approvals.approve(rows[0]!.id, asking(context, email))
    })
  }
}
