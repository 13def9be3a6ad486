import { expect, test } from '@jest/globals'
import { judgeComparing, judgeFairScores } from './comparison.rules.ts'

const nothing = { owesHere: false, isACandidate: false, waitsForAll: false }

test('whoever owes nothing compares, unless the job waits or they are a candidate', () => {
  expect(judgeComparing(nothing)).toEqual({ allowed: true, because: '' })
  expect(judgeComparing({ ...nothing, owesHere: true }).allowed).toBe(false)
  expect(judgeComparing({ ...nothing, waitsForAll: true }).allowed).toBe(false)
  expect(judgeComparing({ ...nothing, isACandidate: true }).allowed).toBe(false)
})

test('what whoever owes is told does not depend on whether others are done', () => {
  const waiting = judgeComparing({ ...nothing, owesHere: true, waitsForAll: true })
  expect(judgeComparing({ ...nothing, owesHere: true })).toEqual(waiting)
})

test('fair scores are for whoever owes nothing in the family, where the job shows them', () => {
  expect(judgeFairScores({ owesInFamily: false, fairScores: 'on' })).toEqual({ allowed: true, because: '' })
  const owing = judgeFairScores({ owesInFamily: true, fairScores: 'on' })
  const off = judgeFairScores({ owesInFamily: false, fairScores: 'off' })
  expect([owing.allowed, off.allowed]).toEqual([false, false])
  expect(off.because).toContain('switched off')
  expect(owing.because).toContain('family')
})
