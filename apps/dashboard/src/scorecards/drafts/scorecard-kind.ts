import {
  emptyScorecard,
  isFields,
  type JsonFields,
  type ScorecardDraft,
  type ScorecardGap,
} from '@assay/contracts'
import type { ApiProblem } from '../../api/problem.ts'
import type { DraftKind } from '../../drafts/draft-kind.ts'
import { checkScorecard } from './check-scorecard.ts'
import { sparse, whole } from './sparse-scorecard.ts'

/** What the server tells of a scorecard while it is written. */
export interface ToldScorecard {
  revision: number
  savedAt: string | null
  draft: ScorecardDraft
  gaps: ScorecardGap[]
}

export interface ScorecardParts {
  told: ToldScorecard
  draft: ScorecardDraft
  flat: JsonFields
  beside: null
  picked: null
}

export const A_WEEK = 7 * 24 * 60 * 60 * 1_000

/** How deep a place is named that can be held back by itself; everything else is one field. */
const DEPTH: Record<string, number> = { questions: 3, ratings: 5, structures: 2, signals: 2, handOff: 2 }

const FIELDS = new Set(Object.keys(emptyScorecard))

const placeIn = (path: readonly string[]): string[] => path.slice(0, DEPTH[path[0] ?? ''] ?? 1)

const currentOf = ({ code, body }: ApiProblem, { gaps }: ToldScorecard): ToldScorecard | null => {
  const current = body.current as Omit<ToldScorecard, 'gaps'> | undefined
  if (code !== 'revision_conflict' || !isFields(current?.draft)) return null
  return { revision: current.revision, savedAt: current.savedAt, draft: current.draft, gaps }
}

/** The server names fields as the contract does, in front of them the one that holds the draft, or not. */
const refusedPlaces = ({ code, errors }: ApiProblem) =>
  code !== 'validation_failed'
    ? []
    : Object.entries(errors).flatMap(([field, because]) => {
        const path = field.split('.')
        const place = placeIn(path[0] === 'draft' ? path.slice(1) : path)
        return FIELDS.has(place[0] ?? '') ? [{ path: place, because }] : []
      })

/** The author's own scorecard. Everything in it is by id, so that two tabs and two devices meet field by field. */
export const scorecardKind: DraftKind<ScorecardParts> = {
  name: 'scorecards',
  keepFor: A_WEEK,
  draftOf: ({ draft }) => whole(sparse(draft)),
  currentOf,
  flatten: sparse,
  unflatten: whole,
  trim: (flat) => flat,
  check: checkScorecard,
  refusedPlaces,
  beside: { nothing: null, told: () => null, with: () => null, beyond: () => null },
}
