import { describe, expect, test } from '@jest/globals'
import { overlapOf } from './job-overlap.rules.ts'

/** `ada: kim lee` is Ada, rated by Kim and Lee. */
const planned = (...lines: string[]) =>
  lines.flatMap((line) => {
    const [name = '', panel = ''] = line.split(': ')
    return panel.split(' ').flatMap((userId) =>
      ['design', 'debugging'].map((competencyId) => ({
        applicationId: `of ${name}`,
        name,
        userId,
        competencyId,
      })),
    )
  })
const sets = (...lines: string[]) => overlapOf(planned(...lines)).sets.map(({ names }) => names.join(' '))

describe('panels', () => {
  test('that share people link their candidates, also over several steps', () => {
    expect(sets('ada: kim lee', 'bea: lee max', 'cem: max nia')).toEqual(['ada bea cem'])
  })

  test('that share nobody leave their candidates apart; the largest set stands first', () => {
    expect(sets('ada: kim lee', 'bea: max nia', 'cem: nia max')).toEqual(['bea cem', 'ada'])
  })

  test('nobody is scheduled yet', () => {
    expect(overlapOf([])).toEqual({ candidates: 0, sets: [], because: null })
  })

  test('of many candidates some names stand for all', () => {
    const lines = Array.from({ length: 40 }, (_unused, place) => `c${String(place).padStart(2, '0')}: kim`)
    const overlap = overlapOf(planned(...lines))
    expect(overlap.candidates).toBe(40)
    expect(overlap.sets).toEqual([{ candidates: 40, names: ['c00', 'c01', 'c02', 'c03', 'c04'] }])
  })
})
