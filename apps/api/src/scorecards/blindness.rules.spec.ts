import { expect, test } from '@jest/globals'
import { roles } from '@assay/contracts'
import { type BlindFacts, mayReadScorecard } from './blindness.rules.ts'

const SWITCHES = [
  'isAuthor',
  'isReleased',
  'owes',
  'waitsForAll',
  'brokeTheGlass',
  'onPanel',
  'onHiringTeam',
  'isTheCandidate',
] as const

const everything = (): BlindFacts[] =>
  roles.flatMap((role) =>
    Array.from({ length: 2 ** SWITCHES.length }, (_none, number) => ({
      ...(Object.fromEntries(SWITCHES.map((name, place) => [name, ((number >> place) & 1) === 1])) as Omit<
        BlindFacts,
        'role'
      >),
      role,
    })),
  )

const readable = (wanted: Partial<BlindFacts>): boolean[] =>
  everything()
    .filter((facts) =>
      Object.entries(wanted).every(([name, value]) => facts[name as keyof BlindFacts] === value),
    )
    .map((facts) => mayReadScorecard(facts))

const none = (wanted: Partial<BlindFacts>) => expect(new Set(readable(wanted))).toEqual(new Set([false]))
const all = (wanted: Partial<BlindFacts>) => expect(new Set(readable(wanted))).toEqual(new Set([true]))

test('of all 1,024 combinations, its author reads it in each', () => {
  expect(everything()).toHaveLength(1_024)
  all({ isAuthor: true })
})

test('nobody else reads what is not released, or what is about themselves', () => {
  none({ isAuthor: false, isReleased: false })
  none({ isAuthor: false, isTheCandidate: true })
})

test('whoever owes reads nothing, and nobody does where the job waits for all, but for a broken glass', () => {
  none({ isAuthor: false, owes: true, brokeTheGlass: false })
  none({ isAuthor: false, waitsForAll: true, brokeTheGlass: false })
})

test('otherwise admins, recruiters, the panel and the hiring managers of the job read it, and nobody else', () => {
  const open = { isAuthor: false, isReleased: true, isTheCandidate: false } as const
  for (const free of [{ brokeTheGlass: true }, { owes: false, waitsForAll: false }]) {
    for (const role of ['admin', 'recruiter'] as const) all({ ...open, ...free, role })
    all({ ...open, ...free, onPanel: true })
    all({ ...open, ...free, role: 'hiring_manager', onHiringTeam: true })
    none({ ...open, ...free, role: 'hiring_manager', onHiringTeam: false, onPanel: false })
    none({ ...open, ...free, role: 'interviewer', onPanel: false })
  }
})
