import { z } from 'zod'

export const roles = ['admin', 'recruiter', 'hiring_manager', 'interviewer'] as const
export const role = z.enum(roles).meta({ id: 'Role' })
export type Role = z.infer<typeof role>

interface Grant {
  /** Who holds it. */
  roles: readonly Role[]
  /** What it lets a person do, in the words of the screens. */
  because: string
  /** A personal API token can never carry it: credentials and sessions belong to a person at a browser. */
  browserOnly?: true
}

const everyone = roles
const admins = ['admin'] as const
const staff = ['admin', 'recruiter', 'hiring_manager'] as const

/**
 * The one table of rights: the API guards routes with it, the dashboard hides what it denies.
 * It speaks of kinds of things; which record of a kind a person may see is decided by the feature's rules.
 */
export const permissions = {
  'account.read': { roles: everyone, because: 'see your own account' },
  'account.manage': { roles: everyone, because: 'change your own name and password', browserOnly: true },
  'own-sessions.manage': { roles: everyone, because: 'see and end your own sessions', browserOnly: true },
  'own-api-tokens.manage': {
    roles: everyone,
    because: 'make and revoke your own API tokens',
    browserOnly: true,
  },
  'own-saved-views.manage': { roles: everyone, because: 'keep your own views of lists' },
  'organization.read': { roles: everyone, because: 'see the organization' },
  'organization.update': { roles: admins, because: 'change the organization' },
  'users.read': { roles: staff, because: 'see the people of the organization' },
  'users.manage': {
    roles: admins,
    because: 'invite, disable and change the role of people',
    browserOnly: true,
  },
  'question-bank.read': { roles: staff, because: 'see competencies, questions and level profiles' },
  'question-bank.manage': {
    roles: admins,
    because: 'write and archive competencies, questions and level profiles',
  },
  'interview-templates.read': {
    roles: staff,
    because: 'see interview templates, their versions and preparation sheets',
  },
  'interview-templates.propose': {
    roles: staff,
    because: 'write drafts of interview templates and send them to review',
  },
  'interview-templates.manage': {
    roles: admins,
    because: 'publish, retire, archive and import interview templates',
  },
  'jobs.read': { roles: staff, because: 'see jobs and their pipelines' },
  'jobs.manage': {
    roles: ['admin', 'recruiter'],
    because: 'open, change and close jobs, and say who works on them',
  },
  'candidates.read': { roles: staff, because: 'see candidates' },
  'candidates.manage': {
    roles: ['admin', 'recruiter'],
    because: 'add, change and merge candidates',
  },
  'candidates.erase': {
    roles: admins,
    because: 'erase candidates for good, and see the list of erasures',
    browserOnly: true,
  },
  'legal-holds.manage': { roles: admins, because: 'hold what may not be erased, and lift such holds' },
  'retention.read': {
    roles: ['admin', 'recruiter'],
    because: 'see legal holds, and whose data has had its time',
  },
  'retention.manage': {
    roles: admins,
    because: 'say how long data is kept, and keep somebody’s longer',
  },
  'candidates.import': {
    roles: ['admin', 'recruiter'],
    because: 'import candidates from files',
  },
  'custom-fields.manage': { roles: admins, because: 'say what else is asked of candidates' },
  'applications.read': { roles: staff, because: 'see applications and where they stand' },
  'applications.move': {
    roles: staff,
    because: 'move applications through the pipeline, turn them down and reopen them',
  },
  'applications.manage': {
    roles: ['admin', 'recruiter'],
    because: 'put candidates into the pipeline of a job',
  },
  'interviews.read': { roles: everyone, because: 'see the interviews you sit on, and their kits' },
  'interviews.manage': {
    roles: ['admin', 'recruiter'],
    because: 'schedule interviews, put people on panels, move and cancel them',
  },
  'scorecards.write': { roles: everyone, because: 'write the scorecards of the interviews you sit on' },
  'scorecards.read': {
    roles: everyone,
    because: 'read submitted scorecards of applications you work on, once you owe none there',
  },
  'scorecards.break-glass': {
    roles: admins,
    because: 'read scorecards while you owe one, for a reason that the panel is told',
    browserOnly: true,
  },
  'scorecards.reopen': {
    roles: ['admin', 'hiring_manager'],
    because: 'agree that a submitted scorecard is written anew, when somebody else asks for it',
  },
  'comparisons.read': {
    roles: staff,
    because: 'compare candidates of a job, once you owe no scorecard there',
  },
  'fair-scores.switch': {
    roles: ['admin', 'hiring_manager'],
    because: 'say whether fair scores stand beside the marks of a job',
  },
  'calibration.own': { roles: everyone, because: 'see how your own marks compare with those of colleagues' },
  'calibration.read': { roles: admins, because: 'see how interviewers rate, and how reliable kits are' },
  'debriefs.take-part': {
    roles: everyone,
    because: 'take part in debriefs of applications you work on, once you owe no scorecard there',
  },
  'debriefs.lead': { roles: staff, because: 'say when a panel begins to talk, and when it is done' },
  'decisions.read': {
    roles: staff,
    because: 'see decisions about applications, once you owe no scorecard there',
  },
  'decisions.make': {
    roles: ['admin', 'hiring_manager'],
    because: 'decide about applications, and replace a decision by another one',
  },
  'decisions.approve': { roles: staff, because: 'agree to decisions of others, where a job asks you to' },
  'rejection-reasons.manage': { roles: admins, because: 'say for which reasons applications end' },
  'audit.read': { roles: admins, because: 'read the audit record' },
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]]
export const permission = z.enum(permissionNames).meta({ id: 'Permission' })

const grant = (name: Permission): Grant => permissions[name]

export const isGranted = (holder: Role, name: Permission): boolean => grant(name).roles.includes(holder)

/** What an API token may carry at all. */
export const tokenScopes = permissionNames.filter((name) => !grant(name).browserOnly) as [
  Permission,
  ...Permission[],
]

export const permissionsOf = (holder: Role): Permission[] =>
  permissionNames.filter((name) => isGranted(holder, name))

export const explain = (name: Permission): string => permissions[name].because
