import { describe, expect, test } from '@jest/globals'
import { versionStatuses } from '@assay/contracts'
import { judgeVersionStep, transitions, type VersionFacts, type VersionStep } from './version-status.rules.ts'

const steps: VersionStep[] = ['edit', 'discard', 'submit_for_review', 'return', 'publish', 'retire']
const facts: VersionFacts = {
  status: 'draft',
  isArchived: false,
  actorId: 'ada',
  isManager: true,
  createdById: 'cleo',
  writtenById: 'cleo',
  submittedById: null,
  secondPersonRequired: false,
}
const allowed = (change: Partial<VersionFacts>): string[] =>
  versionStatuses.flatMap((status) =>
    steps
      .filter((step) => judgeVersionStep(step, { ...facts, ...change, status }).allowed)
      .map((step) => `${status} ${step}`),
  )

describe('the life of a version', () => {
  test('takes exactly these steps', () => {
    expect(allowed({})).toEqual([
      'draft edit',
      'draft discard',
      'draft submit_for_review',
      'draft publish',
      'in_review return',
      'in_review publish',
      'published retire',
    ])
    expect(transitions).toEqual({
      draft: { submit_for_review: 'in_review', publish: 'published' },
      in_review: { return: 'draft', publish: 'published' },
      published: { retire: 'retired' },
      retired: {},
    })
  })

  test('a refused step says why in words for the screen', () => {
    expect(judgeVersionStep('edit', { ...facts, status: 'published' })).toEqual({
      allowed: false,
      kind: 'immutable',
      because: expect.stringMatching(/never changes/),
    })
    expect(judgeVersionStep('publish', { ...facts, status: 'retired' })).toMatchObject({ kind: 'not_now' })
  })

  test('of an archived template: is written, but neither sent on nor published', () => {
    expect(allowed({ isArchived: true })).toEqual([
      'draft edit',
      'draft discard',
      'in_review return',
      'published retire',
    ])
  })
})

describe('whoever does not manage templates', () => {
  const proposer = { isManager: false } as const

  test('writes, throws away and sends on what is their own, and takes it back', () => {
    expect(allowed({ ...proposer, createdById: 'ada', submittedById: 'ada' })).toEqual([
      'draft edit',
      'draft discard',
      'draft submit_for_review',
      'in_review return',
    ])
  })

  test('touches nothing of anybody else, nor what came with Assay', () => {
    expect(allowed(proposer)).toEqual([])
    expect(allowed({ ...proposer, createdById: null, actorId: null })).toEqual([])
    expect(judgeVersionStep('edit', { ...facts, ...proposer })).toMatchObject({ kind: 'forbidden' })
  })
})

describe('where a second person is asked for', () => {
  const asked = { secondPersonRequired: true } as const

  test('a draft goes to review first', () => {
    expect(judgeVersionStep('publish', { ...facts, ...asked })).toEqual({
      allowed: false,
      kind: 'second_person',
      because: expect.stringMatching(/review first/),
    })
  })

  test('whoever sent it to review does not publish it; anybody else does', () => {
    const inReview = { ...facts, ...asked, status: 'in_review' } as const
    expect(judgeVersionStep('publish', { ...inReview, submittedById: 'ada' }).allowed).toBe(false)
    expect(judgeVersionStep('publish', { ...inReview, submittedById: 'bo' }).allowed).toBe(true)
  })

  test('nor does whoever wrote the last word, whoever pressed the button', () => {
    const inReview = { ...facts, ...asked, status: 'in_review', submittedById: 'bo' } as const
    expect(judgeVersionStep('publish', { ...inReview, writtenById: 'ada' }).allowed).toBe(false)
  })

  test('the other steps are as before', () => {
    expect(allowed(asked)).toEqual(allowed({}).filter((one) => one !== 'draft publish'))
  })
})
