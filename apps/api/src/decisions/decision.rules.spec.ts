import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import {
  type AnsweringFacts,
  type Approver,
  commandsOf,
  type DecidingFacts,
  judgeApproving,
  judgeDeciding,
  judgeRefusing,
  judgeSuperseding,
  missingApprovers,
} from './decision.rules.ts'

const person = (id: string, more: Partial<Approver> = {}): Approver => ({
  id,
  name: id,
  isActive: true,
  role: 'admin',
  onHiringTeam: false,
  isTheCandidate: false,
  ...more,
})

const [ada, ben, cem, dea] = ['Ada', 'Ben', 'Cem', 'Dea'] as const
const groups = [
  { needed: 2, people: [person(ada), person(ben), person(cem)] },
  { needed: 1, people: [person(dea)] },
]
const waiting = (asking: string, approvedBy: string[], more: Partial<AnsweringFacts> = {}) => ({
  state: 'waiting' as const,
  outcome: 'hire' as const,
  groups,
  madeBy: 'Max',
  asking,
  approvedBy: new Set(approvedBy),
  ...more,
})

describe('agreeing', () => {
  test.each([
    ['the first of the first group', waiting(ada, []), true],
    ['the second of two', waiting(ben, [ada]), true],
    ['twice', waiting(ada, [ada]), false],
    ['one more than are needed', waiting(cem, [ada, ben]), false],
    ['the second group before the first', waiting(dea, [ada]), false],
    ['the second group in its turn', waiting(dea, [ada, ben]), true],
    ['whoever made it', waiting(ada, [], { madeBy: ada }), false],
    ['somebody who is not asked', waiting('Eva', []), false],
    ['to what was refused', waiting(ada, [], { state: 'refused' }), false],
    ['to what counts', waiting(ada, [], { state: 'decided' }), false],
  ])('%s', (_case, facts, allowed) => {
    const verdict = judgeApproving(facts)
    expect([verdict.allowed, verdict.because === '']).toEqual([allowed, allowed])
  })

  test('whoever made it takes it back while it waits, and not later', () => {
    expect(judgeRefusing(waiting('Max', []))).toMatchObject({ allowed: true })
    expect(judgeRefusing(waiting('Max', [], { state: 'decided' }))).toMatchObject({ allowed: false })
    expect(judgeRefusing(waiting(dea, []))).toMatchObject({ allowed: false })
  })

  test.each([
    ['disabled', { isActive: false }],
    ['an interviewer', { role: 'interviewer' as const }],
    ['not on the job', { role: 'hiring_manager' as const }],
    ['the candidate', { isTheCandidate: true }],
  ])('names somebody who is needed and cannot: %s', (because, more) => {
    const asked = [{ needed: 1, people: [person(ada, more)] }]
    const facts = { groups: asked, madeBy: 'Max', approvedBy: new Set<string>() }
    expect(missingApprovers(facts)).toContain(because)
    expect(missingApprovers(facts)).toContain(ada)
    const enough = [{ needed: 1, people: [person(ada, more), person(ben)] }]
    expect(missingApprovers({ ...facts, groups: enough })).toBeNull()
  })

  test('who agreed before they were disabled has agreed', () => {
    const asked = [{ needed: 1, people: [person(ada, { isActive: false })] }]
    expect(missingApprovers({ groups: asked, madeBy: 'Max', approvedBy: new Set([ada]) })).toBeNull()
  })
})

const open: DecidingFacts = {
  status: 'active',
  candidateIsErased: false,
  isWaiting: false,
  counts: null,
  waitsForAll: false,
}

describe('deciding', () => {
  test.each([
    ['an active application', {}, true],
    ['one that is over', { status: 'rejected' as const }, false],
    ['one that was withdrawn', { status: 'withdrawn' as const }, false],
    ['an erased candidate', { candidateIsErased: true }, false],
    ['while another decision waits', { isWaiting: true }, false],
    ['once decided', { counts: { outcome: 'hire' as const, madeBy: ada } }, false],
    ['while all are waited for', { waitsForAll: true }, false],
  ])('%s', (_case, more, allowed) => {
    expect(judgeDeciding({ ...open, ...more }).allowed).toBe(allowed)
  })

  test('only what counts is replaced, also when the application is over', () => {
    const decided: DecidingFacts = { ...open, status: 'hired', counts: { outcome: 'hire', madeBy: ada } }
    expect(judgeSuperseding(decided, 'decided').allowed).toBe(true)
    for (const state of ['waiting', 'refused', 'superseded'] as const) {
      expect(judgeSuperseding(decided, state).allowed).toBe(false)
    }
    expect(judgeSuperseding({ ...decided, status: 'withdrawn' }, 'decided').allowed).toBe(false)
  })

  test.each([
    ['hire', 'active', ['hire']],
    ['hire', 'hired', []],
    ['hire', 'rejected', ['reopen', 'hire']],
    ['no_hire', 'active', ['reject']],
    ['no_hire', 'hired', ['reopen', 'reject']],
    ['continue', 'active', []],
    ['continue', 'hired', ['reopen']],
  ] as const)('%s of an application that is %s', (outcome, status, commands) => {
    const reasonId = outcome === 'no_hire' ? 'r' : null
    expect(commandsOf({ outcome, reasonId }, status).map((one) => one.do)).toEqual(commands)
  })
})

test('nothing here moves an application but a decision that a person made or agreed to', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => ({ name, source: readFileSync(`${import.meta.dirname}/${name}`, 'utf8') }))
  const moving = sources.filter(({ source }) => source.includes('carryDecided('))
  expect(moving.map(({ name }) => name)).toEqual(['decision-approvals.service.ts', 'decisions.service.ts'])
  for (const { source } of sources) {
    expect(source).not.toMatch(/@(Cron|Interval|OnEvent)|setInterval|UPDATE applications/)
  }
})
