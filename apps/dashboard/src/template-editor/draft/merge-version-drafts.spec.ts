import type { VersionDraft } from '@assay/contracts'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { flatten, unflatten } from './flat-draft.ts'
import { moveQuestion, removeSection, sayQuestion } from './draft-edits.ts'
import { mergeFlat } from '../../drafts/merge-flat-drafts.ts'
import { versionKind } from './version-kind.ts'

const draftOf = (sections: Record<string, string>): VersionDraft => ({
  durationMinutes: 60,
  scale: 4,
  instructions: '',
  preparation: { about: '', topics: [] },
  competencies: [],
  structureIds: [],
  signalIds: [],
  sections: Object.entries(sections).map(([id, questions]) => ({
    id,
    title: id,
    guidance: '',
    questions: [...questions].map((questionId) => ({ questionId, overrides: {} })),
  })),
})

const shape = ({ sections }: VersionDraft): Record<string, string> =>
  Object.fromEntries(
    sections.map(({ id, questions }) => [id, questions.map(({ questionId }) => questionId).join('')]),
  )

const base = draftOf({ A: 'abc', B: 'de', C: '' })
const minutes = (questionId: string, value: number) =>
  sayQuestion({ id: questionId, minutes: 1 } as never, { minutes: value })

describe('two people on one draft', () => {
  test('one moves a question into another section, the other writes on it: both happen', () => {
    const mine = moveQuestion('a', { sectionId: 'B', place: 1 })(base)
    const theirs = minutes('a', 7)(base)
    for (const sides of [
      { mine, theirs },
      { mine: theirs, theirs: mine },
    ]) {
      const { merged, conflicts } = mergeFlat(versionKind, { base, ...sides })
      expect(conflicts).toEqual([])
      expect(shape(merged)).toEqual({ A: 'bc', B: 'dae', C: '' })
      expect(merged.sections[1]!.questions[1]!.overrides).toEqual({ minutes: 7 })
    }
  })

  test('both move it elsewhere: it stands once, and somebody is asked where', () => {
    const { merged, conflicts } = mergeFlat(versionKind, {
      base,
      mine: moveQuestion('a', { sectionId: 'B', place: 0 })(base),
      theirs: moveQuestion('a', { sectionId: 'C', place: 0 })(base),
    })
    expect(shape(merged)).toEqual({ A: 'bc', B: 'ade', C: '' })
    expect(conflicts).toEqual([{ path: ['questions', 'a', 'sectionId'], base: 'A', mine: 'B', theirs: 'C' }])
  })

  test('one takes a section out into which the other moved a question: it comes back for the question', () => {
    const mine = moveQuestion('a', { sectionId: 'C', place: 0 })(base)
    const theirs = removeSection('C')(base)
    expect(shape(mergeFlat(versionKind, { base, mine, theirs }).merged)['C']).toBe('a')
    expect(shape(mergeFlat(versionKind, { base, mine: theirs, theirs: mine }).merged)['C']).toBe('a')
  })
})

describe('whatever both did', () => {
  const letters = [...'abcdef']
  const arrangement = fc
    .array(fc.integer({ min: -1, max: 2 }), { minLength: 6, maxLength: 6 })
    .map((places) => {
      const sections: Record<string, string> = { A: '', B: '', C: '' }
      for (const [index, place] of places.entries()) {
        const id = 'ABC'[place]
        if (id) sections[id] += letters[index]!
      }
      return draftOf(sections)
    })

  test('every question stands at most once, in a section that is there', () => {
    fc.assert(
      fc.property(arrangement, arrangement, arrangement, (before, mine, theirs) => {
        const { merged } = mergeFlat(versionKind, { base: before, mine, theirs })
        const asked = Object.values(shape(merged)).join('')
        expect(new Set(asked).size).toBe(asked.length)
      }),
    )
  })

  test('flat and back is the same draft', () => {
    fc.assert(fc.property(arrangement, (one) => expect(unflatten(flatten(one))).toEqual(one)))
  })
})
