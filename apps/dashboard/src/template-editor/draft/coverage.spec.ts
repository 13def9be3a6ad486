import type { VersionContent } from '@assay/contracts'
import { expect, test } from '@jest/globals'
import { coverageOf } from './coverage.ts'
import { placeOfGap, rowOfPlace } from './gap-place.ts'

const A = '01990000-0000-7000-8000-00000000000a'
const B = '01990000-0000-7000-8000-00000000000b'

test('each rated competency has its number of primary and secondary questions', () => {
  const question = (...links: [string, string][]) => ({
    competencies: links.map(([competencyId, informs]) => ({ competencyId, informs })),
  })
  const content = {
    competencies: [
      { id: A, name: 'Trade-offs' },
      { id: B, name: 'Writing' },
    ],
    sections: [
      { questions: [question([A, 'primary'], ['elsewhere', 'primary'])] },
      { questions: [question([A, 'secondary']), question([A, 'primary'])] },
    ],
  } as unknown as VersionContent
  expect(coverageOf(content)).toEqual([
    { competencyId: A, name: 'Trade-offs', primary: 2, secondary: 1 },
    { competencyId: B, name: 'Writing', primary: 0, secondary: 0 },
  ])
})

test('a gap leads to the field in which it is closed', () => {
  const gap = (code: string, ...at: string[]) => placeOfGap({ code, at, because: '' } as never)
  expect(gap('question_without_red_flags', A, B)).toBe(`question-${B}-redFlags`)
  expect(gap('anchor_beyond_scale', A)).toBe(`competency-${A}-anchors`)
  expect(gap('competency_not_asked_about', A)).toBe(`competency-${A}`)
  expect(gap('section_is_empty', A)).toBe(`section-${A}`)
  expect(gap('a_code_of_tomorrow', A, B)).toBe(`question-${B}`)
  expect(gap('more_minutes_than_the_interview')).toBe('duration')
  expect(rowOfPlace(gap('question_without_points', A, B))).toBe(B)
  expect(rowOfPlace(gap('section_is_empty', A))).toBeNull()
})
