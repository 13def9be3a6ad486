import { describe, expect, it } from '@jest/globals'
import type { DecisionSnapshot, PresentSnapshot } from '@assay/contracts'
import { snapshotChanges } from './snapshot-changes.ts'

type Held = DecisionSnapshot['scorecards'][number]

const held = (id: string, more: Partial<Held> = {}): Held => ({
  id,
  authorId: `author of ${id}`,
  interviewId: 'interview',
  templateVersionId: 'version',
  revision: 1,
  recommendation: 'yes',
  confidence: 'high',
  ratings: [{ competencyId: 'c', level: 3 }],
  ...more,
})

const present = (scorecards: Held[], fit: DecisionSnapshot['fit'] = null): PresentSnapshot => ({
  snapshot: { applicationId: 'application', scorecards, fit },
  hash: 'hash',
  authors: scorecards.map(({ id, authorId }) => ({ id: authorId, name: id.toUpperCase() })),
  competencies: [{ id: 'c', name: 'Clarity' }],
})

describe('what changed since somebody looked', () => {
  it('is nothing where nothing did', () => {
    expect(snapshotChanges(present([held('a')]), present([held('a')]))).toEqual([])
  })

  it('are marks and recommendations of a scorecard that was submitted anew', () => {
    const ratings = [{ competencyId: 'c', level: 'not_assessed' as const }]
    const now = present([held('a', { revision: 2, recommendation: 'no', ratings })])
    expect(snapshotChanges(present([held('a')]), now)).toEqual([
      { kind: 'revised', name: 'A' },
      { kind: 'rating', name: 'A', competency: 'Clarity', before: 3, after: 'not_assessed' },
      { kind: 'recommendation', name: 'A', before: 'yes', after: 'no' },
    ])
  })

  it('are scorecards that came and went, and other fair scores', () => {
    const fit = { id: 'fit', modelVersion: '1.0.0' }
    expect(snapshotChanges(present([held('a')]), present([held('b')], fit))).toEqual([
      { kind: 'added', name: 'B' },
      { kind: 'removed', name: 'A' },
      { kind: 'fit' },
    ])
  })

  it('names no competency that is not asked of the job', () => {
    const now = present([held('a', { ratings: [{ competencyId: 'other', level: 1 }] })])
    expect(snapshotChanges(present([held('a', { ratings: [] })]), now)).toEqual([])
  })
})
