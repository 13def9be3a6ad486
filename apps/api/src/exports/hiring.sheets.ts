import {
  type Application,
  application,
  type Interview,
  interview,
  interviewTemplate,
  type InterviewTemplate,
  type Job,
  job,
} from '@assay/contracts'
import type { Sheet } from './sheet.ts'

export const JOBS: Sheet<Job> = {
  name: 'jobs',
  row: job,
  columns: {
    id: (row) => row.id,
    title: (row) => row.title,
    department: (row) => row.department,
    family: (row) => row.family,
    level: (row) => row.level,
    office: (row) => row.office,
    status: (row) => row.status,
    description: (row) => row.description,
    levelProfileId: (row) => row.levelProfileId,
    blindUntil: (row) => row.blindUntil,
    stages: (row) => row.stages.map(({ name }) => name),
    team: (row) => row.team.map(({ name, role }) => `${name} (${role})`),
    createdAt: (row) => row.createdAt,
    updatedAt: (row) => row.updatedAt,
    closedAt: (row) => row.closedAt,
  },
}

export const APPLICATIONS: Sheet<Application> = {
  name: 'applications',
  row: application,
  recorded: { action: 'applications.exported', subjectType: 'application' },
  columns: {
    id: (row) => row.id,
    candidateId: (row) => row.candidate.id,
    candidate: (row) => row.candidate.name,
    jobId: (row) => row.job.id,
    job: (row) => row.job.title,
    jobStatus: (row) => row.job.status,
    stage: (row) => row.stage.name,
    status: (row) => row.status,
    reason: (row) => row.reason?.name ?? null,
    source: (row) => row.source,
    appliedAt: (row) => row.appliedAt,
    enteredStageAt: (row) => row.enteredStageAt,
    lastActivityAt: (row) => row.lastActivityAt,
    heldBack: (row) => row.heldBack,
  },
}

export const INTERVIEWS: Sheet<Interview> = {
  name: 'interviews',
  row: interview,
  recorded: { action: 'interviews.exported', subjectType: 'interview' },
  columns: {
    id: (row) => row.id,
    applicationId: (row) => row.applicationId,
    candidateId: (row) => row.candidate.id,
    candidate: (row) => row.candidate.name,
    jobId: (row) => row.job.id,
    job: (row) => row.job.title,
    stage: (row) => row.stage?.name ?? null,
    template: (row) => row.template.name,
    version: (row) => row.version.number,
    startsAt: (row) => row.startsAt,
    endsAt: (row) => row.endsAt,
    timeZone: (row) => row.timeZone,
    place: (row) => row.place,
    link: (row) => row.link,
    status: (row) => row.status,
    endedBecause: (row) => row.endedBecause,
    panel: (row) => row.panel.filter(({ shadow }) => !shadow).map(({ name }) => name),
    shadows: (row) => row.panel.filter(({ shadow }) => shadow).map(({ name }) => name),
    // Null where the list does not tell it: nobody stands here then.
    owing: (row) => row.panel.filter(({ owes }) => owes === true).map(({ name }) => name),
  },
}

export const INTERVIEW_TEMPLATES: Sheet<InterviewTemplate> = {
  name: 'interview-templates',
  row: interviewTemplate,
  columns: {
    id: (row) => row.id,
    key: (row) => row.key,
    name: (row) => row.name,
    purpose: (row) => row.purpose,
    publishedVersion: (row) => row.published?.number ?? null,
    publishedAt: (row) => row.published?.publishedAt ?? null,
    durationMinutes: (row) => row.published?.durationMinutes ?? null,
    questions: (row) => row.published?.questions ?? null,
    competencies: (row) => row.published?.competencies ?? null,
    openVersions: (row) => row.open.map(({ number, status }) => `${number} (${status})`),
    createdAt: (row) => row.createdAt,
    updatedAt: (row) => row.updatedAt,
    archivedAt: (row) => row.archivedAt,
  },
}
