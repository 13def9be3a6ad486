import { VisibleError } from '@assay/access'
import type { PresentSnapshot } from '@assay/contracts'

/** A rule forbids it, for the reason told. Nothing was recorded. */
export class DecisionRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}

/** Somebody who has to agree cannot. Nothing was recorded. */
export class ApproverMissing extends VisibleError {
  readonly status = 409
  readonly code = 'approver_missing'
}

/** What was looked at is not what stands there by now. */
export class SnapshotChanged extends VisibleError {
  readonly status = 409
  readonly code = 'snapshot_changed'
  override readonly current: PresentSnapshot

  constructor(current: PresentSnapshot) {
    super(
      'What this rests on changed since you looked. Nothing was decided; what would be recorded now is enclosed. Look at it, and send the decision again with its hash.',
    )
    this.current = current
  }
}
