import { describe, expect, it } from '@jest/globals'
import { fit, type FitInput } from '../../libs/measurement/src/index.ts'
import { crossed, fitted, inputOf } from './panels.ts'

const marks = crossed(
  { candidates: 'ABC', interviewers: 'VW', questions: 3 },
  (n, j, i) => 1 + ((n + j + i) % 4),
)
const held = (candidate: string, interviewer: string, heldAt: string, submittedAt?: string) => ({
  candidate,
  interviewer,
  heldAt,
  ...(submittedAt === undefined ? {} : { submittedAt }),
})
const warnings = (interviews: FitInput['interviews']) =>
  fitted(inputOf(marks, { interviews: interviews! })).warnings.filter((w) =>
    ['late_scorecard', 'one_person_one_day'].includes(w.code),
  )

describe('what the dates of interviews say', () => {
  it('names scorecards submitted more than 48 hours after the interview, whatever the offset', () => {
    const rows = [
      held('B', 'W', '2025-03-04T10:00:00Z', '2025-03-06T10:00:01Z'),
      held('A', 'V', '2025-03-04T10:00:00Z', '2025-03-06T12:30:00+02:00'),
      held('A', 'W', '2025-03-04T10:00:00Z', '2025-03-06T10:00:00Z'),
      held('B', 'V', '2025-03-04T10:00:00Z', '2025-03-06T11:30:00+02:00'),
      held('C', 'V', '2025-03-04T10:00:00Z'),
    ]
    expect(warnings(rows)).toMatchObject([{ code: 'late_scorecard', about: ['A / V', 'B / W'] }])
  })

  it('names candidates all of whose interviews one person held on one day', () => {
    const rows = [
      held('A', 'V', '2025-03-04T09:00:00Z'),
      held('A', 'V', '2025-03-04T15:00:00Z'),
      held('B', 'V', '2025-03-04T09:00:00Z'),
      held('B', 'V', '2025-03-05T09:00:00Z'),
      held('C', 'V', '2025-03-04T09:00:00Z'),
      held('C', 'W', '2025-03-04T15:00:00Z'),
    ]
    expect(warnings(rows)).toMatchObject([{ code: 'one_person_one_day', about: ['A'] }])
    expect(warnings(rows.slice(1, 3))).toEqual([])
  })

  it('changes no figure, but the hash, whatever the order of the interviews', () => {
    const rows = [held('A', 'V', '2025-03-04T09:00:00Z'), held('B', 'V', '2025-03-05T09:00:00Z')]
    const [plain, dated] = [fitted(inputOf(marks)), fitted(inputOf(marks, { interviews: rows }))]
    expect(dated.candidates).toEqual(plain.candidates)
    expect(dated.inputHash).not.toBe(plain.inputHash)
    expect(fitted(inputOf(marks, { interviews: rows.toReversed() })).inputHash).toBe(dated.inputHash)
    expect(fitted(inputOf(marks, { interviews: [] })).inputHash).toBe(plain.inputHash)
  })

  it.each([
    ['interviews', {}],
    ['interviews[0]', [null]],
    ['interviews[0].candidate', [held('', 'V', '2025-03-04T09:00:00Z')]],
    ['interviews[0].heldAt', [held('A', 'V', '2025-03-04')]],
    ['interviews[0].heldAt', [held('A', 'V', '2025-13-04T09:00:00Z')]],
    ['interviews[0].submittedAt', [held('A', 'V', '2025-03-04T09:00:00Z', 'soon')]],
  ])('refuses %s that is not what it must be', (element, interviews) => {
    const refused = fit(inputOf(marks, { interviews: interviews as never }))
    expect(refused).toMatchObject({ status: 'invalid_input', element })
  })
})
