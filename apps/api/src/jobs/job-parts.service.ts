import type { ApprovalGroup, JobStage, Role, TeamRole } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ValidationFailed } from '../http/http.errors.ts'
import { type JobRow, JobsQueries } from './jobs.queries.ts'

export interface JobParts {
  stages?: readonly JobStage[] | undefined
  team?: readonly { userId: string; role: TeamRole }[] | undefined
  levelProfileId?: string | null | undefined
  approvalGroups?: readonly ApprovalGroup[] | undefined
}

/** A team's role never gives more than the organization's: who may not read jobs cannot manage one. */
const mayBe: Record<TeamRole, readonly Role[]> = {
  hiring_manager: ['hiring_manager', 'admin'],
  recruiter: ['recruiter', 'admin'],
  interviewer: ['admin', 'recruiter', 'hiring_manager', 'interviewer'],
}

/** The rows that belong to a job: stages with their interviews, and the team. Joins the caller's unit of work. */
@Injectable()
export class JobPartsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: JobsQueries,
  ) {}

  /** What was named before may stay, archived or left; anything new is live and fits its role. */
  async check(parts: JobParts, before: JobRow | null): Promise<void> {
    const problems: Record<string, string> = {}
    await this.checkTemplates(parts, before, problems)
    await this.checkTeam(parts, before, problems)
    await this.checkApprovers(parts, problems)
    const { levelProfileId } = parts
    if (levelProfileId && levelProfileId !== before?.levelProfileId) {
      const isLive = await this.queries.isLiveProfile(levelProfileId)
      if (!isLive) problems['levelProfileId'] = 'This level profile does not exist here, or is archived.'
    }
    if (Object.keys(problems).length > 0) throw new ValidationFailed(problems)
  }

  async write(jobId: string, { stages, team }: JobParts): Promise<void> {
    if (stages) await this.writeStages(jobId, stages)
    if (team) await this.writeTeam(jobId, team)
  }

  private async checkTemplates(
    { stages = [] }: JobParts,
    before: JobRow | null,
    problems: Record<string, string>,
  ) {
    const known = new Set(before?.stages.flatMap(({ templates }) => templates.map((one) => one.templateId)))
    const wanted = stages.flatMap(({ templates }) => templates.map(({ templateId }) => templateId))
    const live = await this.queries.liveTemplates({ ids: wanted.filter((id) => !known.has(id)) })
    for (const [at, { templates }] of stages.entries()) {
      for (const [place, { templateId }] of templates.entries()) {
        if (known.has(templateId) || live.has(templateId)) continue
        problems[`stages.${at}.templates.${place}.templateId`] =
          'This interview template does not exist here, or is archived.'
      }
    }
  }

  private async checkTeam({ team = [] }: JobParts, before: JobRow | null, problems: Record<string, string>) {
    const active = await this.queries.activeUsers(team.map(({ userId }) => userId))
    for (const [place, { userId, role }] of team.entries()) {
      const isKnown = before?.team.some((one) => one.userId === userId && one.role === role) ?? false
      const orgRole = active.get(userId)
      if (isKnown) continue
      if (orgRole === undefined) {
        problems[`team.${place}.userId`] = 'This person is not here, or is disabled.'
      } else if (!mayBe[role].includes(orgRole)) {
        problems[`team.${place}.role`] = `Somebody who is ${orgRole} here cannot be ${role} of a job.`
      }
    }
  }

  /** Each of them was looked at by whoever sends the groups, so that nobody stays in by being forgotten. */
  private async checkApprovers({ approvalGroups = [] }: JobParts, problems: Record<string, string>) {
    const active = await this.queries.activeUsers(approvalGroups.flatMap(({ userIds }) => userIds))
    for (const [at, { userIds }] of approvalGroups.entries()) {
      for (const [place, userId] of userIds.entries()) {
        const role = active.get(userId)
        if (role !== undefined && role !== 'interviewer') continue
        problems[`approvalGroups.${at}.userIds.${place}`] =
          role === undefined
            ? 'This person is not here, or is disabled.'
            : 'Interviewers see no decisions, and cannot agree to any.'
      }
    }
  }

  private async writeStages(jobId: string, stages: readonly JobStage[]): Promise<void> {
    const owner = [this.work.tenant.organizationId, jobId]
    const rows = stages.map(({ id, name, requiresScorecards }, position) => {
      return { id, name, required: requiresScorecards, position }
    })
    await this.refuseForeign(owner, rows)
    await this.refuseLeft(owner, rows)
    await this.work.query(
      `DELETE FROM job_stages WHERE organization_id = $1 AND job_id = $2 AND id <> ALL($3::uuid[])`,
      [...owner, rows.map(({ id }) => id)],
    )
    await this.work.query(
      `INSERT INTO job_stages AS s (organization_id, job_id, id, name, requires_scorecards, position)
       SELECT $1, $2, r.id, r.name, r.required, r.position FROM jsonb_to_recordset($3::jsonb)
         AS r(id uuid, name text, required boolean, position int)
       ON CONFLICT (organization_id, id) DO UPDATE
         SET name = excluded.name, requires_scorecards = excluded.requires_scorecards, position = excluded.position`,
      [...owner, JSON.stringify(rows)],
    )
    const held = stages.flatMap(({ id: stage, templates }) =>
      templates.map(({ templateId: template, panelists }, position) => {
        return { stage, template, panelists, position }
      }),
    )
    await this.work.query(
      `DELETE FROM job_stage_templates h USING job_stages s
        WHERE h.organization_id = $1 AND s.organization_id = $1 AND s.job_id = $2 AND h.stage_id = s.id`,
      owner,
    )
    await this.work.query(
      `INSERT INTO job_stage_templates (organization_id, stage_id, template_id, panelists, position)
       SELECT $1, r.stage, r.template, r.panelists, r.position FROM jsonb_to_recordset($2::jsonb)
         AS r(stage uuid, template uuid, panelists int, position int)`,
      [owner[0], JSON.stringify(held)],
    )
  }

  /** A client names its stages: an id that is another job's would take that stage away from it. */
  private async refuseForeign(owner: readonly string[], rows: readonly { id: string }[]): Promise<void> {
    const foreign = await this.work.query<{ id: string }>(
      'SELECT id FROM job_stages WHERE organization_id = $1 AND job_id <> $2 AND id = ANY($3::uuid[])',
      [...owner, rows.map(({ id }) => id)],
    )
    if (foreign.length > 0) throw new ValidationFailed({ stages: 'A stage of another job has this id.' })
  }

  /** Whoever is in a stage would be nowhere. */
  private async refuseLeft(owner: readonly string[], rows: readonly { id: string }[]): Promise<void> {
    const left = await this.work.query<{ name: string; count: number }>(
      `SELECT s.name, count(*)::int AS count FROM job_stages s
         JOIN applications a ON a.organization_id = s.organization_id AND a.stage_id = s.id AND a.status = 'active'
        WHERE s.organization_id = $1 AND s.job_id = $2 AND s.id <> ALL($3::uuid[]) GROUP BY s.name ORDER BY 1`,
      [...owner, rows.map(({ id }) => id)],
    )
    if (left.length === 0) return
    const told = left.map(({ name, count }) => `${name} (${count})`).join(', ')
    throw new ValidationFailed({ stages: `There are active applications in ${told}. Move them first.` })
  }

  private async writeTeam(jobId: string, team: NonNullable<JobParts['team']>): Promise<void> {
    const owner = [this.work.tenant.organizationId, jobId]
    await this.work.query('DELETE FROM job_team_members WHERE organization_id = $1 AND job_id = $2', owner)
    await this.work.query(
      `INSERT INTO job_team_members (organization_id, job_id, user_id, role)
       SELECT $1, $2, r."userId", r.role FROM jsonb_to_recordset($3::jsonb) AS r("userId" uuid, role text)`,
      [...owner, JSON.stringify(team)],
    )
  }
}
