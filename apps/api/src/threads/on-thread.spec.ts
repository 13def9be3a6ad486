import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { onThread, ThreadExceeded, ThreadFailed, ThreadStopped } from './on-thread.ts'

const TRIAL = fileURLToPath(new URL('../../../../test/support/trial.worker.ts', import.meta.url))
const LIMITS = { timeMs: 5_000, memoryMb: 64 }
const run = (task: string, limits: Parameters<typeof onThread>[2] = LIMITS): Promise<unknown> =>
  onThread(TRIAL, task, limits)

test('gives what the program posts', async () => {
  expect(await run('answer')).toEqual({ task: 'answer', environment: [] })
})

test.each(['time', 'heap', 'bytes'])(
  'a program that takes too much (%s) is ended, and the process goes on',
  async (task) => {
    const started = performance.now()
    await expect(run(task, { timeMs: task === 'time' ? 200 : 20_000, memoryMb: 64 })).rejects.toBeInstanceOf(
      ThreadExceeded,
    )
    expect(performance.now() - started).toBeLessThan(15_000)
  },
)

test('a program that fails says with what, one that ends says that it gave nothing', async () => {
  await expect(run('throw')).rejects.toThrow('broken on purpose')
  await expect(run('throw')).rejects.toBeInstanceOf(ThreadFailed)
  await expect(run('silence')).rejects.toThrow('gave no answer')
})

test('a program can be stopped, also before it began', async () => {
  await expect(run('time', { ...LIMITS, signal: AbortSignal.timeout(50) })).rejects.toBeInstanceOf(
    ThreadStopped,
  )
  await expect(run('time', { ...LIMITS, signal: AbortSignal.abort() })).rejects.toBeInstanceOf(ThreadStopped)
})
