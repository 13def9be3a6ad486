import { describe, expect, test } from '@jest/globals'
import type { ApplicationCommand } from '@assay/contracts'
import { type ApplicationFacts, judgeCommand, judgeUndo } from './application.rules.ts'

const REASON = 'r'
const stages = [
  { id: 'review', name: 'Review', requiresScorecards: false },
  { id: 'panel', name: 'Panel', requiresScorecards: true },
  { id: 'offer', name: 'Offer', requiresScorecards: false },
]
const facts = (more: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  status: 'active',
  stageId: 'review',
  stages,
  jobIsOpen: true,
  hiresByDecision: false,
  candidateIsErased: false,
  asksWhileOwing: false,
  interviewsInStage: 0,
  scorecardsOwed: 0,
  ...more,
})
const commands: ApplicationCommand[] = [
  { do: 'advance' },
  { do: 'move', stageId: 'offer' },
  { do: 'reject', reasonId: REASON, note: '' },
  { do: 'withdraw', reasonId: null, note: '' },
  { do: 'hire', note: '' },
  { do: 'reopen', note: '' },
]
const states: Partial<ApplicationFacts>[] = [
  {},
  { stageId: 'panel', interviewsInStage: 1, scorecardsOwed: 1 },
  { stageId: 'panel', interviewsInStage: 1 },
  { stageId: 'offer' },
  { status: 'rejected' },
  { status: 'withdrawn' },
  { status: 'hired', stageId: 'offer' },
  { jobIsOpen: false },
]
const names = ['advance', 'move to the end', 'reject', 'withdraw', 'hire', 'reopen']
const marks = (state: Partial<ApplicationFacts>): string =>
  commands.map((command) => (judgeCommand(command, facts(state)).allowed ? 'x' : '.')).join('')

test(`what may be done in which state: ${names.join(', ')}`, () => {
  expect(states.map(marks)).toEqual([
    'xxxx..', // in the first stage
    '..xx..', // scorecards are missing
    'xxxx..', // they are in
    '..xxx.', // in the last stage: it is there already
    '.....x', // rejected
    '.....x', // withdrawn
    '.....x', // hired
    '..xx..', // the job is closed
  ])
})

describe('who owes a scorecard', () => {
  test.each(commands.map((command) => [command.do, command] as const))(
    'does not %s, and is told why in words that say nothing else',
    (_name, command) => {
      const verdicts = states.map((state) => judgeCommand(command, facts({ ...state, asksWhileOwing: true })))
      expect(verdicts.every(({ allowed }) => !allowed)).toBe(true)
      expect(new Set(verdicts.map(({ because }) => because)).size).toBe(1)
    },
  )
})

describe('a stage that asks for scorecards', () => {
  const panel = { stageId: 'panel' }
  test('says how many are missing, or that no interview was held', () => {
    const because = (more: Partial<ApplicationFacts>) =>
      judgeCommand({ do: 'advance' }, facts({ ...panel, ...more })).because
    expect(because({})).toContain('no interview')
    expect(because({ interviewsInStage: 2, scorecardsOwed: 1 })).toContain('1 is missing')
    expect(because({ interviewsInStage: 2, scorecardsOwed: 3 })).toContain('3 are missing')
  })

  test('lets go back', () => {
    expect(judgeCommand({ do: 'move', stageId: 'review' }, facts(panel))).toMatchObject({
      allowed: true,
      to: { kind: 'moved', status: 'active', stageId: 'review', reasonId: null },
    })
  })
})

describe('reopening', () => {
  test('goes into the stage it was in, or the one that is named', () => {
    const rejected = facts({ status: 'rejected', stageId: 'panel' })
    expect(judgeCommand({ do: 'reopen', note: '' }, rejected)).toMatchObject({ to: { stageId: 'panel' } })
    expect(judgeCommand({ do: 'reopen', stageId: 'offer', note: '' }, rejected)).toMatchObject({
      to: { stageId: 'offer', reasonId: null },
    })
    expect(judgeCommand({ do: 'reopen', stageId: 'elsewhere', note: '' }, rejected).allowed).toBe(false)
    expect(judgeCommand({ do: 'reopen', note: '' }, { ...rejected, stageId: null }).because).toContain('gone')
  })
})

describe('taking back', () => {
  const undo = {
    stages,
    jobIsOpen: true,
    candidateIsErased: false,
    asksWhileOwing: false,
    isLast: true,
    before: { status: 'active', stageId: 'panel', reasonId: null } as const,
  }
  test('gives back the state before, and says so', () => {
    expect(judgeUndo(undo)).toEqual({
      allowed: true,
      because: 'Goes back to Panel.',
      to: { kind: 'undone', status: 'active', stageId: 'panel', reasonId: null },
    })
    const rejected = { status: 'rejected', stageId: 'gone', reasonId: REASON } as const
    expect(judgeUndo({ ...undo, before: rejected })).toMatchObject({
      because: 'Is rejected again.',
      to: { status: 'rejected', stageId: null, reasonId: REASON },
    })
  })

  test.each([
    ['while owing', { asksWhileOwing: true }],
    ['after another change', { isLast: false }],
    ['of the first entry', { before: null }],
    ['into a stage that is gone', { before: { ...undo.before, stageId: 'gone' } }],
    ['into a closed job', { jobIsOpen: false }],
  ])('is refused %s', (_when, more) => {
    expect(judgeUndo({ ...undo, ...more }).allowed).toBe(false)
  })
})
