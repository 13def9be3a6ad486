import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { draft, fakeServer, nothing, ONE, TWO, versionOf } from '../../../../../test/support/draft-server.ts'
import type { KeepsOnDevice } from '../../drafts/device-keeping.ts'
import type { DeviceText } from '../../drafts/device-text.ts'
import { DraftEngine } from '../../drafts/draft-engine.ts'
import { setFacts, setSection } from './draft-edits.ts'
import { type VersionEngine, versionKind, type VersionParts } from './version-kind.ts'

const begin = () => {
  const server = fakeServer()
  const engine = new DraftEngine({ kind: versionKind, told: versionOf(draft, 1), save: server.save })
  return { server, engine, now: () => engine.snapshot() }
}

const passing = async (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds)
const say = (instructions: string) => setFacts({ instructions })

beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void jest.useRealTimers())

describe('what the device keeps', () => {
  /** A device that writes at once. */
  const withDevice = () => {
    const server = fakeServer()
    let kept: DeviceText<VersionParts> | null = null
    const device: KeepsOnDevice<VersionParts> = {
      write: (text) => {
        kept = text()
        engine.tell('kept')
      },
      acknowledged: () => {
        kept = null
        engine.tell('none')
      },
      flush: async () => {},
    }
    const engine: VersionEngine = new DraftEngine<VersionParts>({
      kind: versionKind,
      told: versionOf(draft, 1),
      save: server.save,
      device,
    })
    return { server, engine, kept: () => kept, now: () => engine.snapshot() }
  }

  test('has what is written until the server has exactly this', async () => {
    const { server, engine, kept } = withDevice()
    server.slow(500)
    engine.change(say('a'))
    expect(kept()).toMatchObject({ base: draft, draft: { instructions: 'a' } })
    await passing(900)
    engine.change(say('ab'))
    await passing(500)
    expect(server.saved().instructions).toBe('a')
    expect(kept()).toMatchObject({ base: { instructions: 'a' }, draft: { instructions: 'ab' } })
    await passing(2_000)
    expect([server.saved().instructions, kept()]).toEqual(['ab', null])
  })

  test('has what is held back, and what is in dispute with what both had before', async () => {
    const { server, engine, kept } = withDevice()
    server.write(say('theirs'))
    engine.change(say('mine'))
    engine.change(setSection(TWO, { title: '' }))
    await passing(2_000)
    expect(kept()).toMatchObject({
      base: { instructions: 'Be kind.' },
      draft: { instructions: 'mine', sections: [{}, { title: '' }] },
    })
    // The next page: the dispute is a dispute again.
    const next = new DraftEngine({ kind: versionKind, told: versionOf(server.saved(), 9), save: server.save })
    next.recover({ ...kept()!, writtenAt: 0 })
    expect(next.snapshot().conflicts).toMatchObject([
      { path: ['instructions'], mine: 'mine', theirs: 'theirs' },
    ])
  })

  test('is put together with what the server says now, told by place, and goes out', async () => {
    const { server, engine, now } = begin()
    engine.hear(server.write(setSection(TWO, { title: 'Theirs' })))
    const mine = setSection(ONE, { title: 'Mine' })(draft)
    engine.recover({ base: draft, draft: mine, picked: nothing, writtenAt: 5 })
    expect(now().recovered).toMatchObject({ writtenAt: 5, places: [['sections', ONE, 'title']] })
    await passing(0)
    expect(server.saved().sections.map(({ title }) => title)).toEqual(['Mine', 'Theirs'])
    expect(engine.settled).toBe(true)
  })

  test('can be done without: only what was brought back goes, and that can be taken back', async () => {
    const { server, engine, now } = begin()
    engine.recover({ base: draft, draft: say('left')(draft), picked: nothing, writtenAt: 5 })
    engine.change(setSection(TWO, { title: 'Since' }))
    engine.answerRecovered(false)
    await passing(800)
    expect(server.saved()).toMatchObject({ instructions: 'Be kind.', sections: [{}, { title: 'Since' }] })
    expect(now().recovered).toBeNull()
    engine.undo()
    expect(now().draft.instructions).toBe('left')
  })

  test('brings nothing back that the server has already', () => {
    const { engine, now } = begin()
    engine.recover({ base: say('before')(draft), draft, picked: nothing, writtenAt: 5 })
    expect(now().recovered).toBeNull()
    expect(engine.settled).toBe(true)
  })
})
