import { emptyScorecard, type ScorecardDraft } from '@assay/contracts'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { serverOf } from '../../../../../test/support/draft-server.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { KeepsOnDevice } from '../../drafts/device-keeping.ts'
import type { DeviceText } from '../../drafts/device-text.ts'
import { DraftEngine } from '../../drafts/draft-engine.ts'
import {
  removeEvidence,
  setEvidence,
  setField,
  setLevel,
  setNotes,
  tickPoint,
  tickSignal,
} from '../scorecard-edits.ts'
import { scorecardKind, type ScorecardParts, type ToldScorecard } from './scorecard-kind.ts'

const [Q, C, ONE, TWO] = [1, 2, 3, 4].map((one) => `01990000-0000-7000-8000-00000000000${one}`) as [
  string,
  string,
  string,
  string,
]

const toldOf = (draft: ScorecardDraft, revision: number): ToldScorecard => ({
  revision,
  savedAt: null,
  draft,
  gaps: [],
})

const begin = () => {
  const server = serverOf(emptyScorecard, toldOf)
  const tab = () => new DraftEngine({ kind: scorecardKind, told: server.told(), save: server.save })
  return { server, tab }
}

const passing = async (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void jest.useRealTimers())

describe('saving', () => {
  test('800 ms after the last key; what says nothing is not sent', async () => {
    const { server, tab } = begin()
    const engine = tab()
    engine.change(setNotes(Q, 'a'))
    engine.change(setNotes(Q, ''))
    await passing(1_000)
    expect(server.sent).toHaveLength(0)
    expect(engine.settled).toBe(true)
    engine.change(setNotes(Q, 'They asked first.'))
    await passing(799)
    expect(server.sent).toHaveLength(0)
    await passing(1)
    expect(server.saved().questions[Q]).toMatchObject({ notes: 'They asked first.', redFlags: {} })
    await expect(engine.settle()).resolves.toMatchObject({ revision: 2 })
  })

  test('no connection for an hour: everything stays, and goes out when it is back', async () => {
    const { server, tab } = begin()
    const engine = tab()
    server.refuseOnce(...Array.from({ length: 40 }, () => new ApiProblem(0, 'network')))
    engine.change(setNotes(Q, 'a'))
    await passing(600_000)
    expect(engine.snapshot().save).toMatchObject({ kind: 'retrying', problem: { code: 'network' } })
    engine.change(setNotes(Q, 'ab'))
    server.refuseOnce()
    await engine.flush()
    expect(server.saved().questions[Q]!.notes).toBe('ab')
    expect(engine.settled).toBe(true)
  })

  test('an answer that was lost: one is not asked to choose between two of their own texts', async () => {
    const { server, tab } = begin()
    const engine = tab()
    server.loseAnswer()
    engine.change(setNotes(Q, 'first'))
    await passing(800)
    engine.change(setNotes(Q, 'first, and more'))
    await passing(5_000)
    expect(engine.snapshot().conflicts).toEqual([])
    expect(server.saved().questions[Q]!.notes).toBe('first, and more')
  })
})

describe('what cannot be saved', () => {
  test('is held back by its place, with a reason, and all else is saved', async () => {
    const { server, tab } = begin()
    const engine = tab()
    engine.change(setNotes(Q, 'a\u0000b'))
    engine.change(tickPoint(Q, 'redFlags', 0))
    engine.change(setEvidence(C, ONE, { text: 'x'.repeat(4_001) }))
    engine.change(setEvidence(C, TWO, { text: 'fine' }))
    await passing(800)
    expect(engine.snapshot().held).toEqual([
      { path: ['questions', Q, 'notes'], because: 'Contains a control character.' },
      { path: ['ratings', C, 'evidence', ONE, 'text'], because: 'At most 4000 characters.' },
    ])
    expect(server.saved().questions[Q]).toMatchObject({ notes: '', redFlags: { 0: true } })
    expect(server.saved().ratings[C]!.evidence[TWO]!.text).toBe('fine')
    engine.change(setNotes(Q, 'ab'))
    engine.change(removeEvidence(C, ONE))
    await passing(800)
    expect(engine.settled).toBe(true)
    expect(server.saved().questions[Q]!.notes).toBe('ab')
  })

  test('what the server refuses is held back until it says something else', async () => {
    const { server, tab } = begin()
    const engine = tab()
    const errors = { [`draft.questions.${Q}.expectedPoints`]: 'The question has no such entry.' }
    server.refuseOnce(new ApiProblem(400, 'validation_failed', { errors }))
    engine.change(tickPoint(Q, 'expectedPoints', 9))
    engine.change(setNotes(Q, 'kept'))
    await passing(900)
    expect(server.saved().questions[Q]).toMatchObject({ notes: 'kept', expectedPoints: {} })
    expect(engine.snapshot()).toMatchObject({
      save: { kind: 'saved' },
      held: [{ path: ['questions', Q, 'expectedPoints'], because: 'The question has no such entry.' }],
    })
    expect(engine.settled).toBe(false)
    engine.change(tickPoint(Q, 'expectedPoints', 9))
    engine.change(tickPoint(Q, 'expectedPoints', 1))
    await passing(900)
    expect(server.saved().questions[Q]!.expectedPoints).toEqual({ 1: true })
    expect(engine.settled).toBe(true)
  })

  test('a refusal that names the same place again stops, and waits for the person', async () => {
    const { server, tab } = begin()
    const engine = tab()
    const refusal = new ApiProblem(400, 'validation_failed', { errors: { summary: 'No.' } })
    server.refuseOnce(refusal, refusal, refusal)
    engine.change(setField({ summary: 'a', privateNotes: 'b' }))
    await passing(60_000)
    expect(server.sent).toHaveLength(2)
    expect(engine.snapshot()).toMatchObject({ save: { kind: 'refused' }, draft: { summary: 'a' } })
  })
})

describe('two tabs', () => {
  test('ticks, evidence, a level and notes of one answer are put together without asking', async () => {
    const { server, tab } = begin()
    const [one, other] = [tab(), tab()]
    one.change(tickPoint(Q, 'expectedPoints', 0))
    one.change(setEvidence(C, ONE, { kind: 'quote', text: 'one' }))
    one.change(tickSignal(ONE))
    other.change(tickPoint(Q, 'expectedPoints', 2))
    other.change(setNotes(Q, 'other'))
    other.change(setEvidence(C, TWO, { text: 'two', questionId: Q }))
    other.change(setLevel(C, 3))
    await passing(3_000)
    expect([...one.snapshot().conflicts, ...other.snapshot().conflicts]).toEqual([])
    expect(server.saved()).toMatchObject({
      questions: { [Q]: { notes: 'other', expectedPoints: { 0: true, 2: true } } },
      ratings: {
        [C]: {
          level: 3,
          evidence: { [ONE]: { kind: 'quote', text: 'one' }, [TWO]: { text: 'two', questionId: Q } },
        },
      },
      signals: { [ONE]: true },
    })
  })

  test('the same note: both are there until one is chosen', async () => {
    const { server, tab } = begin()
    const [one, other] = [tab(), tab()]
    one.change(setNotes(Q, 'one'))
    await passing(800)
    other.change(setNotes(Q, 'other'))
    await passing(2_000)
    const [conflict] = other.snapshot().conflicts
    expect(conflict).toMatchObject({ path: ['questions', Q, 'notes'], mine: 'other', theirs: 'one' })
    expect(server.saved().questions[Q]!.notes).toBe('one')
    other.choose(conflict!, 'mine')
    await passing(2_000)
    expect(server.saved().questions[Q]!.notes).toBe('other')
  })

  test('evidence that the one took out and the other wrote on stays until somebody has chosen', async () => {
    const { server, tab } = begin()
    server.write(setEvidence(C, ONE, { text: 'before' }))
    const [one, other] = [tab(), tab()]
    one.change(setEvidence(C, ONE, { text: 'after' }))
    await passing(800)
    other.change(removeEvidence(C, ONE))
    await passing(2_000)
    expect(other.snapshot().conflicts).toHaveLength(1)
    expect(server.saved().ratings[C]!.evidence[ONE]!.text).toBe('after')
    other.choose(other.snapshot().conflicts[0]!, 'mine')
    await passing(2_000)
    expect(server.saved().ratings[C]?.evidence ?? {}).toEqual({})
  })
})

test('the device has what the server has not, and brings it back over what was saved since', async () => {
  const { server } = begin()
  let kept: DeviceText<ScorecardParts> | null = null
  const device: KeepsOnDevice<ScorecardParts> = {
    write: (text) => void (kept = text()),
    acknowledged: () => void (kept = null),
    flush: async () => {},
  }
  const gone = new DraftEngine({ kind: scorecardKind, told: server.told(), save: server.save, device })
  server.refuseOnce(new ApiProblem(0, 'network'))
  gone.change(setNotes(Q, 'unsent'))
  await passing(800)
  const left = kept as unknown as DeviceText<ScorecardParts>
  gone.giveUp()
  expect(kept).toBeNull()
  const fresh = new DraftEngine({ kind: scorecardKind, told: server.told(), save: server.save })
  fresh.recover({ ...left, writtenAt: 5 })
  server.write(tickSignal(ONE))
  await passing(2_000)
  expect(server.saved()).toMatchObject({ questions: { [Q]: { notes: 'unsent' } }, signals: { [ONE]: true } })
  expect(fresh.snapshot().recovered).toMatchObject({ places: [['questions', Q]], writtenAt: 5 })
  expect(fresh.settled).toBe(true)
})

test('what a page sent and heard no more of is no dispute for the next one, which has written on since', async () => {
  const { server } = begin()
  const left = { base: emptyScorecard, draft: setNotes(Q, 'sent')(emptyScorecard), picked: null }
  const told = server.told()
  server.write(setNotes(Q, 'sent'))
  const next = new DraftEngine({ kind: scorecardKind, told, save: server.save })
  next.recover({ ...left, writtenAt: 5 })
  next.change(setNotes(Q, 'sent, and more'))
  await passing(5_000)
  expect(next.snapshot().conflicts).toEqual([])
  expect(server.saved().questions[Q]!.notes).toBe('sent, and more')
})
