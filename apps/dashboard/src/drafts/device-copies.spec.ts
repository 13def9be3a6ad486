import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import {
  findCopies,
  keepCopy,
  type KeptText,
  removeLeftCopy,
  takeLeftCopies,
  wipeCopies,
} from './device-copies.ts'
import { DeviceCopy, type OnDevice } from './device-copy.ts'
import { deviceDatabase } from './device-database.ts'
import { takeLock } from './writer-lock.ts'

const DAY = 24 * 60 * 60 * 1_000
const text = (words: string): KeptText => ({ title: 'Runtime', text: { words } })
const wordsOf = async (userId: string, subject?: string): Promise<unknown[]> =>
  (await findCopies(userId, subject)).map((copy) => (copy.text as { words: string }).words)

const pages: DeviceCopy[] = []

/** One page at one draft. */
const pageOf = (userId: string, subject = 'drafts/1', keepFor = 0) => {
  const states: OnDevice[] = []
  const copy = new DeviceCopy({ userId, subject, keepFor, onChange: (state) => states.push(state) })
  pages.push(copy)
  return { copy, states, say: (words: string) => copy.write(() => text(words)) }
}

const wait = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

beforeEach(async () => {
  const database = await deviceDatabase()
  await Promise.all([database.clear('copies'), database.clear('keys')])
})

afterEach(async () => {
  jest.restoreAllMocks()
  await Promise.all(pages.splice(0).map((page) => page.close()))
})

describe('a copy on the device', () => {
  test('is there 300 ms after a keystroke, and says so', async () => {
    const { say, states } = pageOf('ann')
    say('a')
    await wait(300)
    expect(states).toEqual(['pending', 'kept'])
    expect(await wordsOf('ann')).toEqual(['a'])
  })

  test('goes also when the server has it before the device has finished writing it', async () => {
    const { copy, say, states } = pageOf('ann')
    say('a')
    const writing = copy.flush()
    // The write waits for its lock by now.
    await Promise.resolve()
    copy.acknowledged()
    await writing
    await copy.flush()
    expect(await wordsOf('ann')).toEqual([])
    expect(states.at(-1)).toBe('none')
  })

  test('does not wait for a pause: who types on has what was typed 300 ms ago', async () => {
    const { say } = pageOf('ann')
    const typed: number[] = []
    for (let letter = 1; letter <= 12; letter += 1) {
      say('x'.repeat(letter))
      typed.push(Date.now())
      await wait(50)
    }
    const [kept] = (await wordsOf('ann')) as string[]
    const due = typed.filter((at) => at < Date.now() - 300).length
    expect(kept!.length).toBeGreaterThanOrEqual(due)
  })

  test('is gone when the server has exactly this; what was typed meanwhile is kept', async () => {
    const { copy, say, states } = pageOf('ann')
    say('a')
    await copy.flush()
    copy.acknowledged()
    await copy.flush()
    expect(await wordsOf('ann')).toEqual([])
    expect(states.at(-1)).toBe('none')
    say('b')
    await copy.flush()
    expect(await wordsOf('ann')).toEqual(['b'])
  })

  test('an acknowledgement overtakes no write that is on its way', async () => {
    const { copy, say } = pageOf('ann')
    say('a')
    const writing = copy.flush()
    copy.acknowledged()
    await writing
    await copy.flush()
    expect(await wordsOf('ann')).toEqual([])
  })

  test('can be kept for seven days after the last acknowledgement; unsent text has no end', async () => {
    const { copy, say } = pageOf('ann', 'drafts/1', 7 * DAY)
    say('sent')
    copy.acknowledged()
    await copy.flush()
    const { say: sayUnsent, copy: unsent } = pageOf('ann', 'drafts/2')
    sayUnsent('not sent')
    await unsent.flush()
    const clock = jest.spyOn(Date, 'now')
    clock.mockReturnValue(Date.now() + 7 * DAY - 1_000)
    expect(await wordsOf('ann')).toEqual(['sent', 'not sent'])
    clock.mockReturnValue(Date.now() + 2_000)
    expect(await wordsOf('ann')).toEqual(['not sent'])
    clock.mockReturnValue(Date.now() + 365 * DAY)
    expect(await wordsOf('ann')).toEqual(['not sent'])
    clock.mockRestore()
  })

  test('a browser that refuses it is told of, the text stays, and the next keystroke tries again', async () => {
    const { copy, say, states } = pageOf('ann')
    const full = jest.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new Error('QuotaExceededError'))
    say('a')
    await copy.flush()
    expect(states).toEqual(['pending', 'failed'])
    expect(await wordsOf('ann')).toEqual([])
    full.mockRestore()
    say('ab')
    await copy.flush()
    expect(states.at(-1)).toBe('kept')
    expect(await wordsOf('ann')).toEqual(['ab'])
  })
})

describe('whose it is', () => {
  test('it cannot be read in the database, nor its key exported', async () => {
    const { copy, say } = pageOf('ann')
    say('a secret')
    await copy.flush()
    const database = await deviceDatabase()
    const [row] = await database.getAll('copies')
    expect(Buffer.from(row!.sealed).toString('latin1')).not.toContain('secret')
    expect(Object.keys(row!).toSorted()).toEqual([
      'endsAt',
      'keyId',
      'nonce',
      'sealed',
      'subject',
      'userId',
      'writer',
      'writtenAt',
    ])
    const { key } = (await database.get('keys', 'ann'))!
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/not extractable/)
  })

  test('another person finds nothing, also when a row is put under their name', async () => {
    const { copy, say } = pageOf('ann')
    say('mine')
    await copy.close()
    await keepCopy({ userId: 'bob', subject: 'drafts/9', writer: 'w' }, text('his'))
    expect(await wordsOf('bob', 'drafts/1')).toEqual([])
    expect(await takeLeftCopies('bob', 'drafts/1')).toEqual([])
    const database = await deviceDatabase()
    const row = (await database.getAll('copies')).find(({ userId }) => userId === 'ann')!
    const { id } = (await database.get('keys', 'bob'))!
    await database.put('copies', { ...row, userId: 'bob', keyId: id })
    expect(await wordsOf('bob')).toEqual(['his'])
    expect(await wordsOf('ann')).toEqual(['mine'])
  })

  test('a row that was put in the place of another draft cannot be opened there', async () => {
    const { copy, say } = pageOf('ann')
    say('of the first')
    await copy.flush()
    const database = await deviceDatabase()
    const [row] = await database.getAll('copies')
    await database.put('copies', { ...row!, subject: 'drafts/2' })
    expect(await wordsOf('ann', 'drafts/2')).toEqual([])
    expect(await wordsOf('ann', 'drafts/1')).toEqual(['of the first'])
  })

  test('wiping takes the copies and the key of one person, and what is written later can be read again', async () => {
    const [ann, bob] = [pageOf('ann'), pageOf('bob')]
    ann.say('a')
    bob.say('b')
    await Promise.all([ann.copy.flush(), bob.copy.flush()])
    await wipeCopies('ann')
    expect([await wordsOf('ann'), await wordsOf('bob')]).toEqual([[], ['b']])
    expect(await (await deviceDatabase()).get('keys', 'bob')).toBeDefined()
    ann.say('a again')
    await ann.copy.flush()
    expect(await wordsOf('ann')).toEqual(['a again'])
  })
})

describe('two tabs on one draft', () => {
  test('keep a copy each, and neither takes the copy of the other while that is open', async () => {
    const [one, other] = [pageOf('ann'), pageOf('ann')]
    one.say('one')
    other.say('other')
    await Promise.all([one.copy.flush(), other.copy.flush()])
    expect(new Set(await wordsOf('ann'))).toEqual(new Set(['one', 'other']))
    expect(await takeLeftCopies('ann', 'drafts/1')).toEqual([])
    one.copy.acknowledged()
    await one.copy.flush()
    expect(await wordsOf('ann')).toEqual(['other'])
    await other.copy.close()
    const left = await takeLeftCopies('ann', 'drafts/1')
    expect(left.map((copy) => copy.text)).toEqual([{ words: 'other' }])
    // A third page, while the second one puts it to use.
    expect(await takeLeftCopies('ann', 'drafts/1')).toEqual([])
    await removeLeftCopy(left[0]!)
    expect(await wordsOf('ann')).toEqual([])
  })

  test('a lock is free when it was let go, and only then', async () => {
    const lock = (await takeLock('w'))!
    expect(await takeLock('w')).toBeNull()
    lock.release()
    await wait(10)
    const again = await takeLock('w')
    expect(again).not.toBeNull()
    again!.release()
  })
})
