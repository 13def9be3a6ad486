import { Forbidden, VisibleError } from '@assay/access'
import type { VersionGap } from '@assay/contracts'
import type { VersionVerdict } from './version-status.rules.ts'

type Refusal = Extract<VersionVerdict, { allowed: false }>

class StepRefused extends VisibleError {
  readonly status = 409
  readonly code: 'version_immutable' | 'step_refused' | 'second_person_required'

  constructor(kind: 'immutable' | 'not_now' | 'second_person', because: string) {
    super(because)
    const codes = {
      immutable: 'version_immutable',
      not_now: 'step_refused',
      second_person: 'second_person_required',
    } as const
    this.code = codes[kind]
  }
}

export const refusal = ({ kind, because }: Refusal): VisibleError =>
  kind === 'forbidden' ? new Forbidden(because) : new StepRefused(kind, because)

/** What is missing, by place: the draft stays as it is. */
export class VersionIncomplete extends VisibleError {
  readonly status = 409
  readonly code = 'version_incomplete'
  override readonly fields: Record<string, string>

  constructor(gaps: readonly VersionGap[]) {
    super('Something is missing in this version. Nothing was changed.')
    this.fields = Object.fromEntries(gaps.map(({ code, at, because }) => [[...at, code].join('.'), because]))
  }
}

export class TooManyOpenVersions extends VisibleError {
  readonly status = 409
  readonly code = 'limit_reached'

  constructor(limit: number) {
    super(`This template has ${limit} drafts and versions in review. Publish or discard one first.`)
  }
}
