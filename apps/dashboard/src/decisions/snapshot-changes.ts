import type { DecisionSnapshot, PresentSnapshot } from '@assay/contracts'

type Held = DecisionSnapshot['scorecards'][number]
type Level = Held['ratings'][number]['level'] | undefined

/** One thing that is otherwise than it was when somebody looked. Names are null where nobody tells them any more. */
export type SnapshotChange =
  | { kind: 'added' | 'removed' | 'revised'; name: string | null }
  | { kind: 'rating'; name: string | null; competency: string; before: Level; after: Level }
  | {
      kind: 'recommendation'
      name: string | null
      before: Held['recommendation']
      after: Held['recommendation']
    }
  | { kind: 'fit' }

type NameOf = (id: string) => string | null

const levelIn = ({ ratings }: Held, competencyId: string): Level =>
  ratings.find((rating) => rating.competencyId === competencyId)?.level

const changesIn = (
  before: Held,
  after: Held,
  name: string | null,
  competencies: ReadonlyMap<string, string>,
) => {
  const changes: SnapshotChange[] = before.revision === after.revision ? [] : [{ kind: 'revised', name }]
  for (const id of new Set([...before.ratings, ...after.ratings].map(({ competencyId }) => competencyId))) {
    const levels = { before: levelIn(before, id), after: levelIn(after, id) }
    const competency = competencies.get(id)
    if (competency !== undefined && levels.before !== levels.after) {
      changes.push({ kind: 'rating', name, competency, ...levels })
    }
  }
  if (before.recommendation !== after.recommendation) {
    const { recommendation } = after
    changes.push({ kind: 'recommendation', name, before: before.recommendation, after: recommendation })
  }
  return changes
}

/** What differs between what somebody looked at and what stands there now, by scorecard. */
export const snapshotChanges = (seen: PresentSnapshot, now: PresentSnapshot): SnapshotChange[] => {
  const authors = new Map([...seen.authors, ...now.authors].map(({ id, name }) => [id, name]))
  const competencies = new Map([...seen.competencies, ...now.competencies].map(({ id, name }) => [id, name]))
  const nameOf: NameOf = (id) => authors.get(id) ?? null
  const before = new Map(seen.snapshot.scorecards.map((one) => [one.id, one]))
  const after = new Map(now.snapshot.scorecards.map((one) => [one.id, one]))
  const changes = [...after.values()].flatMap((one): SnapshotChange[] => {
    const name = nameOf(one.authorId)
    const old = before.get(one.id)
    return old ? changesIn(old, one, name, competencies) : [{ kind: 'added', name }]
  })
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  return [
    ...changes,
    ...gone.map(({ authorId }): SnapshotChange => ({ kind: 'removed', name: nameOf(authorId) })),
    ...(seen.snapshot.fit?.id === now.snapshot.fit?.id ? [] : [{ kind: 'fit' } as const]),
  ]
}
