import { describe, expect, test } from '@jest/globals'
import {
  judgeAskingToReopen,
  judgeRefusingToReopen,
  judgeReopening,
  judgeWithdrawing,
  type ReopeningFacts,
} from './reopening.rules.ts'

const manager = { id: 'manager', isAuthor: false, role: 'hiring_manager', onHiringTeam: true } as const
const recruiter = { id: 'recruiter', isAuthor: false, role: 'recruiter', onHiringTeam: true } as const
const author = { id: 'author', isAuthor: true, role: 'interviewer', onHiringTeam: false } as const
const admin = { id: 'admin', isAuthor: false, role: 'admin', onHiringTeam: false } as const

const facts = (more: Partial<ReopeningFacts>): ReopeningFacts => ({
  asking: recruiter,
  isRecallable: false,
  reopened: false,
  interviewStatus: 'scheduled',
  authorOnPanel: true,
  candidateIsErased: false,
  last: null,
  ...more,
})
const asked = { status: 'asked', askedBy: 'recruiter' } as const
const because = ({ allowed, because: words }: { allowed: boolean; because: string }) =>
  allowed ? 'yes' : words

describe('asking', () => {
  test('is for the author and recruiters', () => {
    expect(
      [author, recruiter, manager, admin].map((asking) => judgeAskingToReopen(facts({ asking })).allowed),
    ).toEqual([true, true, false, false])
  })

  test.each([
    [{ isRecallable: true }, 'It can still be taken back: its author does that to change it.'],
    [{ reopened: true }, 'It is reopened already: its author is writing it anew.'],
    [{ last: asked }, 'Somebody asked for that already, and waits for an answer.'],
    [{ interviewStatus: 'cancelled' }, 'This interview did not take place.'],
    [{ authorOnPanel: false }, 'Its author is not on the panel any more.'],
    [{ candidateIsErased: true }, 'This candidate was erased. Nothing is written about them any more.'],
    [{ last: { ...asked, status: 'refused' } }, 'yes'],
    [{ last: { ...asked, status: 'expired' } }, 'yes'],
  ] as const)('%j: %s', (more, words) => {
    expect(because(judgeAskingToReopen(facts(more)))).toBe(words)
  })
})

describe('answering', () => {
  test.each([
    [manager, 'yes'],
    [admin, 'yes'],
    [{ ...manager, onHiringTeam: false }, 'An admin or a hiring manager of the job answers that.'],
    [recruiter, 'You asked for it: somebody else has to answer.'],
    [{ ...recruiter, id: 'another' }, 'An admin or a hiring manager of the job answers that.'],
    [author, 'It is your own scorecard: somebody else has to answer.'],
    [{ ...author, role: 'admin' }, 'It is your own scorecard: somebody else has to answer.'],
    [{ ...admin, id: 'recruiter' }, 'You asked for it: somebody else has to answer.'],
  ] as const)('%j: %s', (asking, words) => {
    const request = facts({ asking, last: asked })
    expect(because(judgeReopening(request))).toBe(words)
    expect(because(judgeRefusingToReopen(request))).toBe(words)
  })

  test.each(['agreed', 'refused', 'withdrawn', 'expired'] as const)('is over once it is %s', (status) => {
    const request = facts({ asking: admin, last: { ...asked, status } })
    expect([judgeReopening(request).allowed, judgeRefusingToReopen(request).allowed]).toEqual([false, false])
  })

  test('what cannot be written any more is refused, never reopened', () => {
    const request = facts({ asking: admin, last: asked, interviewStatus: 'did_not_happen' })
    expect([judgeReopening(request).allowed, judgeRefusingToReopen(request).allowed]).toEqual([false, true])
  })
})

test('only who asked takes it back, while it is open', () => {
  expect(judgeWithdrawing(facts({ last: asked })).allowed).toBe(true)
  expect(judgeWithdrawing(facts({ asking: admin, last: asked })).allowed).toBe(false)
  expect(judgeWithdrawing(facts({ last: { ...asked, status: 'agreed' } })).allowed).toBe(false)
})
