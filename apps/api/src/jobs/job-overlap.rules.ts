import type { JobCoverage } from '@assay/contracts'
import { connectivity } from '@assay/measurement'

/** Who will rate whom on what, as the interviews are scheduled. */
export interface PlannedRating {
  applicationId: string
  name: string
  userId: string
  competencyId: string
}

const SHOWN_SETS = 20
const SHOWN_NAMES = 5

/** Whether the panels overlap enough between candidates for a fair comparison later (MEASUREMENT.md, connectivity). */
export const overlapOf = (planned: readonly PlannedRating[]): JobCoverage['overlap'] => {
  const names = new Map(planned.map(({ applicationId, name }) => [applicationId, name]))
  if (names.size === 0) return { candidates: 0, sets: [], because: null }
  const found = connectivity({
    ratings: planned.map(({ applicationId, userId, competencyId }) => ({
      candidate: applicationId,
      interviewer: userId,
      question: competencyId,
    })),
  })
  if (found.status !== 'ok') return { candidates: names.size, sets: [], because: found.because }
  const sets = found.sets
    .map((ids) => ({
      candidates: ids.length,
      names: ids
        .map((id) => names.get(id) ?? '')
        .toSorted()
        .slice(0, SHOWN_NAMES),
    }))
    .toSorted((one, other) => other.candidates - one.candidates)
  return { candidates: names.size, sets: sets.slice(0, SHOWN_SETS), because: null }
}
