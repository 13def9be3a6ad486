import { expect, test } from '@jest/globals'
import { FIT_LIMITS, fitOnThread } from './fit-on-thread.ts'
import { type FitRating, orderOf } from './fit-order.ts'

const JOB = { jobId: 'job', weights: {}, askable: [] }
const rating = (application: number, interviewer: number, level: number): FitRating => ({
  applicationId: `application ${application}`,
  jobId: 'job',
  interviewerId: `interviewer ${interviewer}`,
  question: 'kit/testing@1',
  competencyId: 'testing',
  scale: 4,
  level,
  submittedAt: new Date(0),
})

/** Everybody meets everybody. */
const orderFor = (candidates: number, interviewers: number) => {
  const numbers = Array.from({ length: candidates * interviewers }, (_, place) => place)
  return orderOf(
    numbers.map((at) => rating(at % candidates, Math.floor(at / candidates), 1 + ((at * 7 + (at % 3)) % 4))),
    {
      ...JOB,
      applications: Array.from({ length: candidates }, (_, n) => ({ id: `application ${n}`, active: true })),
    },
  )
}

test('F-23 a fit that runs wild is ended, in time and in memory, and that is an answer', async () => {
  const ended = { status: 'failed', because: expect.stringContaining('too much time or memory') as unknown }
  const large = orderFor(3_000, 60)
  expect(await fitOnThread(large, { limits: { ...FIT_LIMITS, timeMs: 300 } })).toEqual(ended)
  expect(await fitOnThread(large, { limits: { ...FIT_LIMITS, memoryMb: 40 } })).toEqual(ended)
}, 60_000)

test('F-23 an order that is none breaks off with words, and the process goes on', async () => {
  await expect(fitOnThread({} as never)).rejects.toThrow('undefined')
  expect((await fitOnThread(orderFor(6, 3))).status).toBe('done')
})

test('the same order gives the same figures to the last bit', async () => {
  expect(await fitOnThread(orderFor(8, 3))).toEqual(await fitOnThread(orderFor(8, 3)))
})

test('of a job with many candidates the active and newest are compared, and each with each', async () => {
  const answer = await fitOnThread(orderFor(70, 2))
  if (answer.status !== 'done') throw new Error(answer.because)
  expect(answer.figures.candidates).toHaveLength(60)
  expect(answer.figures.pairs).toHaveLength((60 * 59) / 2)
})
