import { expect, test } from '@jest/globals'
import { amongColleagues, type FittedInterviewer, judgeCalibration } from './calibration.rules.ts'

const facts = { owesInFamily: false, isMeasured: true, isAmongThem: true }

test('whoever owes is told the same whatever was measured', () => {
  expect(judgeCalibration(facts)).toEqual({ allowed: true, because: '' })
  const owing = judgeCalibration({ ...facts, owesInFamily: true })
  expect(owing.allowed).toBe(false)
  expect(judgeCalibration({ owesInFamily: true, isMeasured: false, isAmongThem: false })).toEqual(owing)
  expect(judgeCalibration({ ...facts, isMeasured: false }).because).toContain('not been measured')
  expect(judgeCalibration({ ...facts, isAmongThem: false }).because).toContain('None of your marks')
})

const strict: FittedInterviewer = {
  lean: 'leans',
  points: 0.31,
  low: 0.12,
  high: 0.5,
  candidates: 14,
  agreement: { pairs: 40, candidates: 9, exact: 0.5, withinOne: 0.9 },
}

test('a lean is told in points with its interval, and what it rests on', () => {
  expect(amongColleagues(strict, 'They')).toMatchObject({
    severity: { points: 0.31, low: 0.12, high: 0.5 },
    statement:
      'They tend to rate about 0.3 points stricter than colleagues (nine times in ten 0.1 to 0.5; 14 candidates). Fair scores already take it into account.',
  })
  const mild = { ...strict, lean: 'may_lean' as const, points: -0.2, low: -0.45, high: 0.04 }
  expect(amongColleagues(mild, 'You').statement).toContain(
    'You may rate about 0.2 points more leniently than colleagues (nine times in ten −0.0 to 0.5;',
  )
})

test('of fewer than five candidates no figure is told', () => {
  const few = { ...strict, candidates: 4, agreement: { ...strict.agreement!, candidates: 4 } }
  expect(amongColleagues(few, 'You')).toEqual({
    lean: 'too_little_evidence',
    severity: null,
    statement: 'Too few marks to say how strict you are (4 candidates).',
    candidates: 4,
    agreement: null,
  })
})
