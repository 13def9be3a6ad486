import { expect, test } from '@jest/globals'
import { TooBusy } from './access.errors.ts'
import { PasswordHasher } from './password-hasher.ts'

test('the right password is accepted, a wrong one and an unknown user are not', async () => {
  const hasher = new PasswordHasher()
  const stored = await hasher.hash('a long enough sentence')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(await hasher.verify(stored, 'a long enough sentence')).toBe(true)
  expect(await hasher.verify(stored, 'another sentence')).toBe(false)
  expect(await hasher.verify(null, 'nobody has this password')).toBe(false)
})

test('the queue is short: whoever does not fit is told to come back, the others are served', async () => {
  const hasher = new PasswordHasher()
  const answers = await Promise.allSettled(Array.from({ length: 22 }, () => hasher.hash('x')))
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused).toHaveLength(4)
  expect(refused.every((answer) => answer.reason instanceof TooBusy)).toBe(true)
})

test('an unknown user costs a hash like anybody else', async () => {
  const hasher = new PasswordHasher()
  const stored = await hasher.hash('a long enough sentence')
  const timed = async (reference: string | null): Promise<number> => {
    const started = performance.now()
    await hasher.verify(reference, 'x')
    return performance.now() - started
  }
  await hasher.warmUp()
  // No hash at all would be a thousandth: a tenth is far from both, on the busiest machine.
  expect(await timed(null)).toBeGreaterThan((await timed(stored)) / 10)
})
