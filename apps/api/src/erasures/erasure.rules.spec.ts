import { expect, test } from '@jest/globals'
import { type ErasureFacts, judgeErasure } from './erasure.rules.ts'

const facts = (more: Partial<ErasureFacts> = {}): ErasureFacts => ({
  asksWhileOwing: false,
  asksForThemselves: false,
  activeIn: [],
  interviewsAhead: 0,
  heldBy: [],
  ...more,
})

test('whoever is in no pipeline, awaited by nobody and held by nothing may be erased', () => {
  expect(judgeErasure(facts())).toEqual({ allowed: true, because: [] })
})

test('everything that forbids it is told at once, a hold once', () => {
  const { allowed, because } = judgeErasure(
    facts({ activeIn: ['Cartographer'], interviewsAhead: 2, heldBy: [null, 'Pilot', null] }),
  )
  expect(allowed).toBe(false)
  expect(because).toEqual([
    'The application for Cartographer is active. Reject it, or record that it was withdrawn, first.',
    '2 interviews are still to come. Cancel first.',
    'A legal hold stands on this candidate. Lift it first.',
    'A legal hold stands on the job Pilot. Lift it first.',
  ])
})

test('whoever owes a scorecard, or is the person, is told the same however everything stands', () => {
  const states = [facts(), facts({ activeIn: ['Cartographer'], interviewsAhead: 1, heldBy: [null] })]
  for (const who of [{ asksWhileOwing: true }, { asksForThemselves: true }]) {
    const [one, other] = states.map((state) => judgeErasure({ ...state, ...who }))
    expect(one).toEqual(other)
    expect([one?.allowed, one?.because.length]).toEqual([false, 1])
  }
})
