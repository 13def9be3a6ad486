import { describe, expect, test } from '@jest/globals'
import { versionStatuses } from '@assay/contracts'
import { judgeVersionCommand, judgeVersionEdit, versionCommands } from './version-status.rules.ts'

const facts = { actorId: 'ada', submittedById: null, secondPersonRequired: false } as const

describe('the life of a version', () => {
  test('takes exactly these steps', () => {
    const steps = versionStatuses.flatMap((status) =>
      versionCommands.flatMap((command) => {
        const verdict = judgeVersionCommand({ ...facts, status, command })
        return verdict.allowed ? [`${status} ${command} ${verdict.next}`] : []
      }),
    )
    expect(steps).toEqual([
      'draft submit_for_review in_review',
      'draft publish published',
      'in_review return draft',
      'in_review publish published',
      'published retire retired',
    ])
  })

  test('a refused step says why in words for the screen', () => {
    expect(judgeVersionCommand({ ...facts, status: 'published', command: 'return' })).toEqual({
      allowed: false,
      because: expect.stringMatching(/never changes/),
    })
  })

  test('is written on as a draft only', () => {
    expect(versionStatuses.filter((status) => judgeVersionEdit(status).allowed)).toEqual(['draft'])
  })
})

describe('where a second person is asked for', () => {
  const asked = { ...facts, secondPersonRequired: true, command: 'publish' } as const

  test('a draft goes to review first', () => {
    expect(judgeVersionCommand({ ...asked, status: 'draft' })).toMatchObject({
      allowed: false,
      because: expect.stringMatching(/review first/),
    })
  })

  test('whoever sent it to review does not publish it; anybody else does', () => {
    const inReview = { ...asked, status: 'in_review' } as const
    expect(judgeVersionCommand({ ...inReview, submittedById: 'ada' }).allowed).toBe(false)
    expect(judgeVersionCommand({ ...inReview, submittedById: 'bo' }).allowed).toBe(true)
  })

  test('the other steps are as before', () => {
    expect(judgeVersionCommand({ ...asked, status: 'draft', command: 'submit_for_review' }).allowed).toBe(
      true,
    )
    expect(judgeVersionCommand({ ...asked, status: 'published', command: 'retire' }).allowed).toBe(true)
  })
})
