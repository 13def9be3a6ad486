import { type Job, updateJob } from '@assay/contracts'
import type { z } from 'zod'
import type { FieldsForm } from '../components/form-fields.tsx'

/** A job as it is written: every field is there. */
export const jobShape = updateJob.required()
export type JobValues = z.input<typeof jobShape>
export type JobForm = FieldsForm<JobValues>

export const pickJob = (job: Job): JobValues => ({
  title: job.title,
  department: job.department,
  family: job.family,
  level: job.level,
  office: job.office,
  description: job.description,
  levelProfileId: job.levelProfileId,
  approvalGroups: job.approvalGroups,
  blindUntil: job.blindUntil,
  stages: job.stages.map(({ id, name, requiresScorecards, templates }) => ({
    id,
    name,
    requiresScorecards,
    templates: templates.map(({ templateId, panelists }) => ({ templateId, panelists })),
  })),
  team: job.team.map(({ userId, role }) => ({ userId, role })),
})
