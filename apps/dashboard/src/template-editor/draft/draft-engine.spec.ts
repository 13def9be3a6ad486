import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { ASKED, draft, fakeServer, OTHER, TWO, versionOf } from '../../../../../test/support/draft-server.ts'
import { ApiProblem } from '../../api/problem.ts'
import { DraftEngine } from '../../drafts/draft-engine.ts'
import { addSection, moveQuestion, removeQuestion, setFacts, setSection } from './draft-edits.ts'
import { versionKind } from './version-kind.ts'

const begin = () => {
  const server = fakeServer()
  const engine = new DraftEngine({ kind: versionKind, told: versionOf(draft, 1), save: server.save })
  return { server, engine, now: () => engine.snapshot() }
}

const passing = async (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds)
const say = (instructions: string) => setFacts({ instructions })

beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void jest.useRealTimers())

describe('saving by itself', () => {
  test('800 ms after the last change, once', async () => {
    const { server, engine, now } = begin()
    engine.change(say('a'))
    await passing(700)
    engine.change(say('ab'))
    expect(now().save.kind).toBe('waiting')
    await passing(700)
    expect(server.sent).toHaveLength(0)
    await passing(100)
    expect(server.sent.map((one) => one.draft.instructions)).toEqual(['ab'])
    expect(now().save).toEqual({ kind: 'saved', at: Date.now() })
    expect(engine.settled).toBe(true)
  })

  test('at the latest five seconds after the first change, however long somebody types', async () => {
    const { server, engine } = begin()
    for (let letter = 0; letter < 20; letter += 1) {
      engine.change(say('x'.repeat(letter + 1)))
      await passing(500)
    }
    expect(server.sent.length).toBeGreaterThanOrEqual(1)
    expect(server.sent[0]!.draft.instructions).toHaveLength(10)
  })

  test('one request at a time: what is written meanwhile follows, over the revision that came back', async () => {
    const { server, engine } = begin()
    server.slow(2_000)
    engine.change(say('first'))
    await passing(800)
    engine.change(say('second'))
    await passing(1_900)
    expect(server.sent).toHaveLength(1)
    await passing(1_000)
    expect(server.sent.map(({ revision }) => revision)).toEqual([1, 2])
    await passing(2_000)
    expect(server.saved().instructions).toBe('second')
    expect(engine.settled).toBe(true)
  })

  test('leaving sends at once and says so; nothing changed sends nothing', async () => {
    const { server, engine } = begin()
    await engine.flush(true)
    expect(server.sent).toHaveLength(0)
    engine.change(say('bye'))
    await engine.flush(true)
    expect(server.sent).toMatchObject([{ leaving: true }])
  })

  test('an entry that nobody has written yet is not sent, and is still there afterwards', async () => {
    const { server, engine, now } = begin()
    engine.change(setFacts({ preparation: { about: '', topics: ['Queues', ''] } }))
    await passing(800)
    expect(server.saved().preparation.topics).toEqual(['Queues'])
    expect(now().draft.preparation.topics).toEqual(['Queues', ''])
    expect(engine.settled).toBe(true)
  })
})

describe('what goes wrong', () => {
  test('no connection: everything stays, and it is tried again until it is there', async () => {
    const { server, engine, now } = begin()
    server.refuseOnce(new ApiProblem(0, 'network'), new ApiProblem(503, 'unavailable'))
    engine.change(say('a'))
    await passing(800)
    expect(now().save.kind).toBe('retrying')
    engine.change(say('ab'))
    expect(now().save.kind).toBe('retrying')
    await passing(1_000)
    expect(now().save.kind).toBe('retrying')
    await passing(2_000)
    expect(server.saved().instructions).toBe('ab')
    expect(engine.settled).toBe(true)
  })

  test('what the contract refuses is held back with its place, the rest is saved', async () => {
    const { server, engine, now } = begin()
    engine.change(setSection(TWO, { title: ' ' }))
    engine.change(say('new'))
    await passing(800)
    expect(server.saved()).toMatchObject({ instructions: 'new', sections: [{}, { title: 'Depth' }] })
    expect(now().held).toEqual([{ path: ['sections', TWO, 'title'], because: 'Please fill this in.' }])
    expect(now().draft.sections[1]!.title).toBe(' ')
    expect(engine.settled).toBe(false)
    engine.change(setSection(TWO, { title: 'Deeper' }))
    await passing(800)
    expect(server.saved().sections[1]!.title).toBe('Deeper')
    expect(engine.settled).toBe(true)
  })

  test('a refusal by the server keeps the text, and the next change goes out again', async () => {
    const { server, engine, now } = begin()
    server.refuseOnce(
      new ApiProblem(400, 'validation_failed', { errors: { 'draft.questions': 'Archived.' } }),
    )
    engine.change(say('a'))
    await passing(800)
    expect(now().save).toMatchObject({ kind: 'refused', problem: { code: 'validation_failed' } })
    await passing(60_000)
    expect(server.sent).toHaveLength(1)
    engine.change(say('b'))
    await passing(800)
    expect(server.saved().instructions).toBe('b')
  })

  test('a version that went on meanwhile takes nothing more, and what was written stays', async () => {
    const { server, engine, now } = begin()
    server.refuseOnce(new ApiProblem(409, 'version_immutable'))
    engine.change(say('late'))
    await passing(800)
    engine.change(say('later'))
    await passing(60_000)
    await engine.flush()
    expect(server.sent).toHaveLength(1)
    expect(now()).toMatchObject({ save: { kind: 'refused' }, draft: { instructions: 'later' } })
    await expect(engine.settle()).resolves.toMatchObject({ status: 'draft' })
    expect(server.saved().instructions).toBe('later')
  })
})

test('what was given up is not sent, and nothing waits any more', async () => {
  const { server, engine, now } = begin()
  server.refuseOnce(new ApiProblem(0, 'network'))
  engine.change(say('a'))
  await passing(800)
  engine.giveUp()
  await passing(60_000)
  expect(server.sent).toHaveLength(1)
  expect(engine.settled).toBe(true)
  expect(now().draft).toEqual(draft)
})

describe('two people', () => {
  test('different things are put together without asking', async () => {
    const { server, engine, now } = begin()
    server.write(moveQuestion(ASKED, { sectionId: TWO, place: 0 }))
    engine.change(say('mine'))
    await passing(900)
    expect(now().conflicts).toEqual([])
    expect(server.saved().instructions).toBe('mine')
    expect(server.saved().sections[1]!.questions).toEqual([{ questionId: ASKED, overrides: {} }])
    expect(now().draft).toEqual(server.saved())
  })

  test('the same text: theirs stays on the server and mine on the screen until somebody chooses', async () => {
    const { server, engine, now } = begin()
    server.write(say('theirs'))
    engine.change(say('mine'))
    engine.change(setSection(TWO, { title: 'Deeper' }))
    await passing(900)
    expect(now().conflicts).toMatchObject([{ path: ['instructions'], mine: 'mine', theirs: 'theirs' }])
    expect(server.saved()).toMatchObject({ instructions: 'theirs', sections: [{}, { title: 'Deeper' }] })
    expect(now().draft.instructions).toBe('mine')
    expect(engine.settled).toBe(false)
    engine.choose(now().conflicts[0]!, 'mine')
    await passing(800)
    expect(server.saved().instructions).toBe('mine')
    expect(engine.settled).toBe(true)
  })

  test('choosing theirs takes it; what I took out and they wrote on goes when I choose mine', async () => {
    const { server, engine, now } = begin()
    server.write((before) => ({
      ...before,
      instructions: 'theirs',
      sections: before.sections.map((section) => ({
        ...section,
        questions: section.questions.map((asked) => ({ ...asked, overrides: { minutes: 9 } })),
      })),
    }))
    engine.change(say('mine'))
    engine.step(removeQuestion(ASKED))
    await passing(900)
    const [about, question] = now().conflicts
    expect([about!.path, question!.path]).toEqual([['instructions'], ['questions', ASKED]])
    engine.choose(about!, 'theirs')
    engine.choose(question!, 'mine')
    await passing(800)
    expect(server.saved().instructions).toBe('theirs')
    expect(server.saved().sections[0]!.questions.map(({ questionId }) => questionId)).toEqual([OTHER])
    expect(now().draft).toEqual(server.saved())
  })

  test('news heard before saving is taken in', async () => {
    const { server, engine, now } = begin()
    engine.change(say('mine'))
    engine.hear(server.write(setSection(TWO, { title: 'Deeper' })))
    expect(now().draft).toMatchObject({ instructions: 'mine', sections: [{}, { title: 'Deeper' }] })
    await passing(800)
    expect(server.sent).toHaveLength(1)
    expect(engine.settled).toBe(true)
  })
})

describe('taking back', () => {
  test('a step is undone and done again, and what was written since stays', () => {
    const { engine, now } = begin()
    engine.step(moveQuestion(ASKED, { sectionId: TWO, place: 0 }))
    engine.change(say('since'))
    engine.undo()
    expect(now().draft).toEqual({ ...draft, instructions: 'since' })
    expect([now().mayUndo, now().mayRedo]).toEqual([false, true])
    engine.redo()
    expect(now().draft.sections[1]!.questions).toHaveLength(1)
    expect(now().draft.instructions).toBe('since')
  })

  test('a new step forgets what was taken back', () => {
    const { engine, now } = begin()
    engine.step(removeQuestion(ASKED))
    engine.undo()
    engine.step(addSection('01990000-0000-7000-8000-000000000009', 'More'))
    expect(now().mayRedo).toBe(false)
    expect(now().draft.sections).toHaveLength(3)
  })
})
