import type { InterviewTemplateVersion, VersionDraft, VersionQuestion } from '@assay/contracts'
import { describe, expect, test } from '@jest/globals'
import { DraftEngine } from '../../drafts/draft-engine.ts'
import { sayQuestion, setFacts } from './draft-edits.ts'
import { placeOfPath } from './gap-place.ts'
import { versionKind } from './version-kind.ts'

const SECTION = '01990000-0000-7000-8000-000000000001'
const ASKED = '01990000-0000-7000-8000-000000000002'
const entry = { id: ASKED, title: 'GIL', minutes: 10 } as unknown as VersionQuestion

const draft: VersionDraft = {
  durationMinutes: 60,
  scale: 4,
  instructions: '',
  preparation: { about: '', topics: [] },
  competencies: [],
  structureIds: [],
  signalIds: [],
  sections: [
    { id: SECTION, title: 'Opening', guidance: '', questions: [{ questionId: ASKED, overrides: {} }] },
  ],
}

const versionOf = (saved: VersionDraft, revision: number): InterviewTemplateVersion =>
  ({ status: 'draft', revision, draft: saved, bank: null }) as unknown as InterviewTemplateVersion

const begin = () => {
  const sent: VersionDraft[] = []
  const save = async (next: VersionDraft, revision: number) => {
    sent.push(next)
    return versionOf(next, revision + 1)
  }
  const engine = new DraftEngine({ kind: versionKind, told: versionOf(draft, 1), save })
  return { engine, sent }
}

describe('a number that cannot be saved', () => {
  test.each([0, 999])('%s minutes for the interview: held back, and all else is saved', async (minutes) => {
    const { engine, sent } = begin()
    engine.change(setFacts({ durationMinutes: minutes, instructions: 'new' }))
    await engine.flush()
    expect(sent).toMatchObject([{ durationMinutes: 60, instructions: 'new' }])
    expect(engine.snapshot()).toMatchObject({
      draft: { durationMinutes: minutes },
      held: [{ path: ['durationMinutes'] }],
    })
    expect(placeOfPath(engine.snapshot().held[0]!.path)).toBe('duration')
  })

  test('minutes of a question are held back with its field', async () => {
    const { engine, sent } = begin()
    engine.change(sayQuestion(entry, { minutes: 0 }))
    await engine.flush()
    expect(sent).toHaveLength(0)
    expect(engine.snapshot().held).toEqual([
      { path: ['questions', ASKED, 'overrides', 'minutes'], because: 'At least one minute.' },
    ])
    expect(placeOfPath(engine.snapshot().held[0]!.path)).toBe(`question-${ASKED}-minutes`)
  })

  test('no step is taken with the number before; once it is right, the step has the version as saved', async () => {
    const { engine } = begin()
    engine.change(setFacts({ durationMinutes: 999 }))
    await expect(engine.settle()).rejects.toMatchObject({ code: 'validation_failed' })
    engine.change(setFacts({ durationMinutes: 90 }))
    await expect(engine.settle()).resolves.toMatchObject({ revision: 2, draft: { durationMinutes: 90 } })
  })
})

test('the bank says something else while the revision stays: the page takes it, and what is written stays', () => {
  const { engine } = begin()
  engine.change(setFacts({ instructions: 'mine' }))
  const bank = { competencies: [], questions: [entry], structures: [], signals: [] }
  engine.hear({ ...versionOf(draft, 1), bank })
  expect(engine.snapshot()).toMatchObject({ told: { bank }, draft: { instructions: 'mine' } })
  expect(engine.snapshot().beside.questions.get(ASKED)).toEqual(entry)
})
