import type { VersionDraft } from '@assay/contracts'
import { expect, test } from '@jest/globals'
import { MOST_STEPS, StepHistory } from '../../drafts/step-history.ts'
import { versionKind } from './version-kind.ts'

const minutes = (durationMinutes: number): VersionDraft => ({
  durationMinutes,
  scale: 4,
  instructions: '',
  preparation: { about: '', topics: [] },
  competencies: [],
  structureIds: [],
  signalIds: [],
  sections: [],
})

test('only so many steps can be taken back: the oldest are forgotten', () => {
  const history = new StepHistory(versionKind)
  for (let step = 0; step < MOST_STEPS + 20; step += 1) {
    history.did({ from: minutes(step), to: minutes(step + 1) })
  }
  let [draft, taken] = [minutes(MOST_STEPS + 20), 0]
  while (history.mayUndo) {
    draft = history.undo(draft)!
    taken += 1
  }
  expect([taken, draft.durationMinutes]).toEqual([MOST_STEPS, 20])
  expect(history.undo(draft)).toBeNull()
  while (history.mayRedo) draft = history.redo(draft)!
  expect(draft.durationMinutes).toBe(MOST_STEPS + 20)
})
