import type { VersionStatus } from '@assay/contracts'

export const versionCommands = ['submit_for_review', 'return', 'publish', 'retire'] as const
export type VersionCommand = (typeof versionCommands)[number]
/** Commands change the status; a draft is also written on and thrown away. */
export type VersionStep = VersionCommand | 'edit' | 'discard'

/** The database holds the same table in a trigger; a test compares them. */
export const transitions: Record<VersionStatus, Partial<Record<VersionCommand, VersionStatus>>> = {
  draft: { submit_for_review: 'in_review', publish: 'published' },
  in_review: { return: 'draft', publish: 'published' },
  published: { retire: 'retired' },
  retired: {},
}

export interface VersionFacts {
  status: VersionStatus
  isArchived: boolean
  /** Who asks, and whether that person manages templates or only proposes drafts. */
  actorId: string | null
  isManager: boolean
  createdById: string | null
  /** Who wrote on it last. */
  writtenById: string | null
  /** Null: nobody sent it to review. */
  submittedById: string | null
  /** The organization asks that a second person publishes. */
  secondPersonRequired: boolean
}

export type VersionVerdict =
  | { allowed: true; because: null }
  | { allowed: false; because: string; kind: 'forbidden' | 'immutable' | 'not_now' | 'second_person' }

export const TEMPLATE_ARCHIVED = 'This template is archived; restore it first.'

const SAYS: Record<VersionStatus, string> = {
  draft: 'This version is a draft.',
  in_review: 'This version is in review: return it to change it.',
  published: 'This version is published and never changes; clone it, or make a new version.',
  retired: 'This version is retired; make a new version of the template.',
}

const yes: VersionVerdict = { allowed: true, because: null }
const no = (
  kind: 'forbidden' | 'immutable' | 'not_now' | 'second_person',
  because: string,
): VersionVerdict => {
  return { allowed: false, because, kind }
}

const judgePerson = (step: VersionStep, facts: VersionFacts): VersionVerdict => {
  if (facts.isManager) return yes
  if (step === 'publish' || step === 'retire') return no('forbidden', 'Admins publish and retire versions.')
  const isTakenBack = step === 'return' && facts.submittedById === facts.actorId
  const isOwn = facts.createdById === facts.actorId || isTakenBack
  return facts.actorId !== null && isOwn
    ? yes
    : no('forbidden', 'Somebody else writes this draft; clone it, or make one.')
}

const judgeSecondPerson = (facts: VersionFacts): VersionVerdict => {
  if (!facts.secondPersonRequired) return yes
  if (facts.status === 'draft') {
    return no('second_person', 'Here a second person publishes: send this version to review first.')
  }
  if (facts.submittedById === facts.actorId) {
    return no('second_person', 'You sent this version to review; somebody else publishes it.')
  }
  return facts.writtenById === facts.actorId
    ? no('second_person', 'You wrote on this version last; somebody else publishes it.')
    : yes
}

/** Whether this person may take this step with this version now. */
export const judgeVersionStep = (step: VersionStep, facts: VersionFacts): VersionVerdict => {
  const person = judgePerson(step, facts)
  if (!person.allowed) return person
  if (step === 'edit' || step === 'discard') {
    return facts.status === 'draft' ? yes : no('immutable', SAYS[facts.status])
  }
  if (!transitions[facts.status][step]) return no('not_now', SAYS[facts.status])
  if (facts.isArchived && step !== 'retire' && step !== 'return') {
    return no('not_now', TEMPLATE_ARCHIVED)
  }
  return step === 'publish' ? judgeSecondPerson(facts) : yes
}
