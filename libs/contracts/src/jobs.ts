import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { jobLevel } from './scale.ts'
import { id, line, moment, prose, revision } from './text.ts'

export const jobStatuses = ['open', 'closed'] as const
export const jobStatus = z.enum(jobStatuses).meta({ id: 'JobStatus' })
export type JobStatus = z.infer<typeof jobStatus>

/** A panelist sees what the others wrote when their own scorecard is in, or when all of the panel's are. */
export const blindUntils = ['own_submitted', 'all_submitted'] as const
export const blindUntil = z.enum(blindUntils).meta({ id: 'BlindUntil' })

export const teamRoles = ['hiring_manager', 'recruiter', 'interviewer'] as const
export const teamRole = z.enum(teamRoles).meta({ id: 'TeamRole' })
export type TeamRole = z.infer<typeof teamRole>

export const MAX_STAGES = 20
export const MAX_TEAM = 100

/** An interview held in a stage: by which template, and how many panelists write a scorecard on it. */
const stageTemplate = z.strictObject({
  templateId: reference,
  panelists: z.int('A whole number.').min(1, 'At least one panelist.').max(10, 'At most ten panelists.'),
})

const stage = z.strictObject({
  /** Made by the client, so that a stage keeps its name when it is moved. */
  id: reference,
  name: line(80),
  /** Nobody is advanced from here before the scorecards of its interviews are in. */
  requiresScorecards: z.boolean(),
  templates: z
    .array(stageTemplate)
    .max(10, 'At most ten interviews.')
    .refine(
      (all) => hasNoTwins(all.map(({ templateId }) => templateId)),
      'A template stands once in a stage.',
    ),
})
export type JobStage = z.infer<typeof stage>

const stages = z
  .array(stage)
  .min(1, 'A pipeline has at least one stage.')
  .max(MAX_STAGES, `At most ${MAX_STAGES} stages.`)
  .refine((all) => hasNoTwins(all.map((one) => one.id)), 'Two stages have one id.')
  .refine((all) => hasNoTwins(all.map(({ name }) => name.toLowerCase())), 'Two stages have one name.')

const team = z
  .array(z.strictObject({ userId: reference, role: teamRole }))
  .max(MAX_TEAM, `At most ${MAX_TEAM} people.`)
  .refine((all) => hasNoTwins(all.map(({ userId }) => userId)), 'A person is on the team once.')

export const MAX_APPROVAL_GROUPS = 5
export const MAX_APPROVERS = 20

/** Of these people so many agree to a decision before the next group is asked. */
const approvalGroup = z
  .strictObject({
    needed: z.int('A whole number.').min(1, 'At least one person.'),
    userIds: z
      .array(reference)
      .min(1, 'At least one person.')
      .max(MAX_APPROVERS, `At most ${MAX_APPROVERS} people.`),
  })
  .refine(({ needed, userIds }) => needed <= userIds.length, {
    error: 'More are needed than there are in the group.',
    path: ['needed'],
  })
export type ApprovalGroup = z.infer<typeof approvalGroup>

/** In the order in which they are asked. Nobody stands in two, so that everybody agrees for one. */
const approvalGroups = z
  .array(approvalGroup)
  .max(MAX_APPROVAL_GROUPS, `At most ${MAX_APPROVAL_GROUPS} groups.`)
  .refine((all) => hasNoTwins(all.flatMap(({ userIds }) => userIds)), 'A person stands here once.')

const facts = {
  title: line(160),
  department: line(120),
  /** Jobs of one family are measured together; the department unless said otherwise. */
  family: line(120),
  level: jobLevel,
  /** Where the law of the place says how long data is kept. */
  office: line(120).nullable(),
  description: prose(20_000),
  levelProfileId: reference.nullable(),
  /** Who agrees to decisions about its applications before they count; none: whoever decides, decides. */
  approvalGroups,
  blindUntil,
}

/** An opening with its pipeline and the people who work on it. */
export const job = z
  .object({
    id,
    title: z.string(),
    department: z.string(),
    family: z.string(),
    level: jobLevel,
    office: z.string().nullable(),
    description: z.string(),
    levelProfileId: id.nullable(),
    blindUntil,
    approvalGroups: z.array(z.object({ needed: z.int(), userIds: z.array(id) })),
    status: jobStatus,
    stages: z.array(
      z.object({
        id,
        name: z.string(),
        requiresScorecards: z.boolean(),
        templates: z.array(
          z.object({ templateId: id, panelists: z.int(), name: z.string(), isPublished: z.boolean() }),
        ),
      }),
    ),
    team: z.array(z.object({ userId: id, role: teamRole, name: z.string() })),
    createdAt: moment,
    updatedAt: moment,
    closedAt: moment.nullable(),
    revision,
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof job>

/** Without stages it begins with the usual ones, which hold the built-in kits. */
export const createJob = z
  .strictObject({
    title: facts.title,
    department: facts.department,
    family: facts.family.optional(),
    level: facts.level,
    office: facts.office.default(null),
    description: facts.description.default(''),
    levelProfileId: facts.levelProfileId.default(null),
    blindUntil: facts.blindUntil.default('own_submitted'),
    approvalGroups: facts.approvalGroups.default([]),
    stages: stages.optional(),
    team: team.default([]),
  })
  .meta({ id: 'CreateJob' })
export type CreateJob = z.infer<typeof createJob>

export const copyJob = z.strictObject({ title: facts.title }).meta({ id: 'CopyJob' })

export const updateJob = z
  .strictObject({ ...facts, stages, team })
  .partial()
  .meta({ id: 'UpdateJob' })
export type UpdateJob = z.infer<typeof updateJob>

export const jobList = listQuery({
  sort: ['title', 'department', 'level', 'createdAt', 'updatedAt'],
  direction: 'ASC',
  filter: {
    q: line(100),
    status: jobStatus,
    department: line(120),
    level: jobLevel,
    /** Jobs on whose team this person is. */
    userId: id,
    templateId: id,
    ids: z.array(id).max(500),
  },
})

/** How well the interviews of a pipeline rate what the level profile asks for, before anything is scheduled. */
export const jobCoverage = z
  .object({
    competencies: z.array(
      z.object({
        competencyId: id,
        name: z.string(),
        weight: z.number(),
        bar: z.int(),
        /** Panelists who rate it, over all interviews of the pipeline. */
        panelists: z.int(),
        interviews: z.array(z.object({ stageId: id, templateId: id, panelists: z.int() })),
        /** Two independent panelists make it covered. */
        state: z.enum(['covered', 'thin', 'missing']),
      }),
    ),
    /** Rated by an interview of the pipeline, and not in the profile. */
    beyond: z.array(z.object({ competencyId: id, name: z.string() })),
    /** Templates of the pipeline that have no published version: nothing can be planned with them. */
    unpublished: z.array(z.object({ templateId: id, name: z.string() })),
    overlap: z.object({
      /** With at least one interview that has a panel. */
      candidates: z.int(),
      /**
       * Within a set candidates can be compared fairly, because panelists and competencies link them; between two sets
       * nothing says whether the one panel is stricter. Largest first, with some of the names.
       */
      sets: z.array(z.object({ candidates: z.int(), names: z.array(z.string()) })),
      /** Why nothing can be said, if so. */
      because: z.string().nullable(),
    }),
  })
  .meta({ id: 'JobCoverage' })
export type JobCoverage = z.infer<typeof jobCoverage>
