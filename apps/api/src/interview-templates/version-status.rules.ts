import type { VersionStatus } from '@assay/contracts'

export const versionCommands = ['submit_for_review', 'return', 'publish', 'retire'] as const
export type VersionCommand = (typeof versionCommands)[number]

/** The database holds the same table in a trigger; a test compares them. */
export const transitions: Record<VersionStatus, Partial<Record<VersionCommand, VersionStatus>>> = {
  draft: { submit_for_review: 'in_review', publish: 'published' },
  in_review: { return: 'draft', publish: 'published' },
  published: { retire: 'retired' },
  retired: {},
}

interface CommandFacts {
  command: VersionCommand
  status: VersionStatus
  /** Who does it, and who sent the version to review (null: nobody did). */
  actorId: string
  submittedById: string | null
  /** The organization asks that a second person publishes. */
  secondPersonRequired: boolean
}

export type Verdict = { allowed: true; next: VersionStatus } | { allowed: false; because: string }

const SAYS: Record<VersionStatus, string> = {
  draft: 'This version is a draft.',
  in_review: 'This version is in review: return it to change it.',
  published: 'This version is published and never changes; clone it, or make a new version.',
  retired: 'This version is retired; make a new version of the template.',
}

/** Whether a version may take this step now. */
export const judgeVersionCommand = (facts: CommandFacts): Verdict => {
  const next = transitions[facts.status][facts.command]
  if (!next) return { allowed: false, because: SAYS[facts.status] }
  if (facts.command === 'publish' && facts.secondPersonRequired) {
    if (facts.status === 'draft') {
      return { allowed: false, because: 'Here a second person publishes: send this version to review first.' }
    }
    if (facts.submittedById === facts.actorId) {
      return { allowed: false, because: 'You sent this version to review; somebody else publishes it.' }
    }
  }
  return { allowed: true, next }
}

/** Only a draft is written on. */
export const judgeVersionEdit = (
  status: VersionStatus,
): { allowed: true } | { allowed: false; because: string } =>
  status === 'draft' ? { allowed: true } : { allowed: false, because: SAYS[status] }
