import { afterEach, expect, test } from '@jest/globals'
import { InTurns, type TurnOptions } from './in-turns.ts'

let turns: InTurns
afterEach(() => turns.end())

const begun = (options: Partial<TurnOptions>): InTurns => {
  turns = new InTurns({
    next: () => Promise.resolve(false),
    organizationIds: () => Promise.resolve([]),
    failed: () => undefined,
    firstLookAfter: 60_000,
    lookEvery: 60_000,
    againAfter: 5,
    ...options,
  })
  turns.begin()
  return turns
}
const moments = (count = 10): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, count * 5)
  })

test('each organization gets a piece in turn: nobody waits for somebody else’s thousand', async () => {
  const left: Record<string, number> = { north: 3, south: 2 }
  const done: string[] = []
  begun({
    next: async (id) => {
      if (left[id] === 0) return false
      left[id]! -= 1
      done.push(id)
      await moments(0)
      return true
    },
  })
  turns.wake('north')
  turns.wake('south')
  turns.wake('north')
  await moments()
  expect(done).toEqual(['north', 'south', 'north', 'south', 'north'])
})

test('a piece that fails is told and tried again, one that is not free yet is looked at later', async () => {
  const answers: (() => Promise<boolean | number>)[] = [
    () => Promise.reject(new Error('on purpose')),
    () => Promise.resolve(5),
    () => Promise.resolve(true),
    () => Promise.resolve(false),
  ]
  const failures: unknown[] = []
  begun({ next: () => answers.shift()!(), failed: (error, id) => void failures.push([String(error), id]) })
  turns.wake('north')
  await moments(20)
  expect(failures).toEqual([['Error: on purpose', 'north']])
  expect(answers).toEqual([])
})

test('what nobody woke it for is found by looking everywhere', async () => {
  const seen: string[] = []
  begun({
    firstLookAfter: 1,
    organizationIds: () => Promise.resolve(['north', 'south']),
    next: (id) => Promise.resolve(seen.push(id) === 0),
  })
  await moments()
  expect(seen).toEqual(['north', 'south'])
})

test('the end waits for the piece in hand, and begins no other', async () => {
  const seen: string[] = []
  begun({
    next: async () => {
      seen.push('begun')
      await moments(2)
      seen.push('done')
      return true
    },
  })
  turns.wake('north')
  await moments(1)
  await turns.end()
  turns.wake('north')
  await moments(2)
  expect(seen).toEqual(['begun', 'done'])
})
