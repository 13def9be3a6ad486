import { describe, expect, test } from '@jest/globals'
import {
  minutesOf,
  type VersionContent,
  versionContent,
  type VersionDraft,
  versionDraft,
  writeOut,
} from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import { contentOf, draftOf, kitBank } from '../../../../test/support/kit-bank.ts'
import { differencesOf } from './version-difference.rules.ts'
import { gapsOf } from './version-gaps.rules.ts'

const kit = 'kit.python-fundamentals'
const clone = (): VersionDraft => structuredClone(draftOf(kit))
const codes = (content: VersionContent): string[] => gapsOf(content).map(({ code }) => code)

describe.each(interviewKits.map(({ key }) => key))('the built-in %s', (key) => {
  test('is a draft that the contract takes, and can be published as it is', () => {
    expect(versionDraft.safeParse(draftOf(key)).error?.issues).toBeUndefined()
    const content = contentOf(draftOf(key))
    expect(versionContent.safeParse(content).error?.issues).toBeUndefined()
    expect(gapsOf(content)).toEqual([])
  })
})

describe('writing a draft out', () => {
  test('puts what this version says otherwise in place of the bank, and leaves the rest', () => {
    const draft = clone()
    draft.sections[0]!.questions[0]!.overrides = { minutes: 3, prompt: 'Tell us.' }
    draft.competencies[0]!.overrides = { name: 'Runtime' }
    const { sections, competencies: rated } = contentOf(draft)
    const question = sections[0]!.questions[0]!
    expect(question).toMatchObject({ minutes: 3, prompt: 'Tell us.' })
    expect(question.redFlags).toEqual(kitBank.questions.get(question.id)!.redFlags)
    expect(rated[0]!.name).toBe('Runtime')
  })

  test('a field that is undefined overrides nothing', () => {
    const draft = clone()
    draft.sections[0]!.questions[0]!.overrides = { title: undefined }
    expect(contentOf(draft).sections[0]!.questions[0]!.title).not.toBe('')
  })

  test('tells each id that the bank does not know by its field, and makes nothing', () => {
    const draft = clone()
    draft.competencies[1]!.competencyId = 'gone'
    draft.sections[0]!.questions[1]!.questionId = 'lost'
    draft.signalIds[2] = 'never'
    expect(writeOut(draft, kitBank)).toEqual({
      complete: false,
      unknown: [
        { field: 'competencies.1.competencyId', id: 'gone' },
        { field: 'signalIds.2', id: 'never' },
        { field: 'sections.0.questions.1.questionId', id: 'lost' },
      ],
    })
  })

  test('a question asked twice is refused by the contract, however its id is spelt', () => {
    const draft = clone()
    const [first] = draft.sections[0]!.questions
    first!.questionId = '0199abcd-0000-7000-8000-000000000000'
    draft.sections[0]!.questions.push({ ...first!, questionId: first!.questionId.toUpperCase() })
    expect(versionDraft.safeParse(draft).error?.issues[0]?.message).toBe('A question is asked once.')
  })
})

describe('what is missing before publishing', () => {
  const changed = (change: (content: VersionContent) => void): VersionContent => {
    const content = structuredClone(contentOf(clone()))
    change(content)
    return content
  }

  test('a competency without an anchor for a level, naming the level', () => {
    const content = changed(({ competencies: [first] }) => void first!.anchors.splice(1, 2))
    expect(gapsOf(content)).toEqual([
      {
        code: 'competency_without_anchors',
        at: [content.competencies[0]!.id],
        because: 'Python fundamentals says nothing about level 2 and 3 of 4.',
      },
    ])
  })

  test('an anchor of blanks is no anchor', () => {
    expect(codes(changed(({ competencies: [first] }) => (first!.anchors[0]!.text = '  \n')))).toEqual([
      'competency_without_anchors',
    ])
  })

  test('on a scale of five the fifth level must be described, too, for all that is rated', () => {
    const content = changed((whole) => (whole.scale = 5))
    const missing = gapsOf(content)
    expect(missing.every(({ because }) => because.endsWith('level 5 of 5.'))).toBe(true)
    const asked = content.sections.flatMap((section) => section.questions).length
    expect(missing).toHaveLength(content.competencies.length + asked)
  })

  test('an anchor above the scale', () => {
    const content = changed(({ competencies: [first] }) => first!.anchors.push({ level: 5, text: 'More.' }))
    expect(codes(content)).toEqual(['anchor_beyond_scale'])
  })

  test('a question without red flags or points, by section and question', () => {
    const content = changed(({ sections: [first] }) => {
      first!.questions[0]!.redFlags = []
      first!.questions[0]!.expectedPoints = []
    })
    const at = [content.sections[0]!.id, content.sections[0]!.questions[0]!.id]
    expect(gapsOf(content)).toMatchObject([
      { code: 'question_without_points', at },
      { code: 'question_without_red_flags', at },
    ])
  })

  test('more minutes than the interview has, with both figures; exactly as many are fine', () => {
    const content = changed((whole) => (whole.durationMinutes = minutesOf(whole) - 1))
    expect(gapsOf(content)).toEqual([
      {
        code: 'more_minutes_than_the_interview',
        at: [],
        because: `The questions take ${minutesOf(content)} minutes, the interview has ${content.durationMinutes}.`,
      },
    ])
    expect(codes({ ...content, durationMinutes: minutesOf(content) })).toEqual([])
  })

  test('a competency that no question tells about, and one without words', () => {
    const content = changed((whole) => {
      whole.competencies.push({
        ...whole.competencies[0]!,
        id: 'another',
        name: 'Diction',
        definition: ' ',
        weakBehaviours: [],
      })
    })
    expect(codes(content)).toEqual([
      'competency_without_definition',
      'competency_without_behaviours',
      'competency_not_asked_about',
    ])
  })

  test('nothing to ask and nothing to rate', () => {
    expect(codes(changed((whole) => ((whole.sections = []), (whole.competencies = []))))).toEqual([
      'nothing_to_ask',
      'nothing_to_rate',
    ])
    expect(codes(changed(({ sections: [first] }) => (first!.questions = [])))).toContain('section_is_empty')
  })
})

describe('the difference between two versions', () => {
  const difference = (change: (draft: VersionDraft) => void) => {
    const draft = clone()
    change(draft)
    return differencesOf(contentOf(clone()), contentOf(draft))
  }

  test('of a version and itself is nothing', () => {
    expect(difference(() => undefined)).toEqual([])
  })

  test('tells a changed field with both texts', () => {
    const differences = difference((draft) => {
      draft.durationMinutes = 75
      draft.sections[0]!.questions[0]!.overrides = { redFlags: [] }
    })
    expect(differences).toMatchObject([
      { kind: 'changed', of: { what: 'version' }, field: 'durationMinutes', before: 60, after: 75 },
      { kind: 'changed', of: { what: 'question' }, field: 'redFlags', after: null },
    ])
  })

  test('a question moved to the front is one move, not as many as it passed', () => {
    const differences = difference(({ sections: [first] }) => {
      first!.questions.unshift(first!.questions.pop()!)
    })
    const count = clone().sections[0]!.questions.length
    expect(differences).toMatchObject([
      {
        kind: 'moved',
        of: { what: 'question' },
        before: { place: count, count },
        after: { place: 1, count },
      },
    ])
  })

  test('a question that changes its section is moved from the one to the other', () => {
    const draft = clone()
    const [first, second] = draft.sections
    second!.questions.unshift(first!.questions.shift()!)
    expect(differencesOf(contentOf(clone()), contentOf(draft))).toMatchObject([
      {
        kind: 'moved',
        before: { section: first!.title, place: 1, count: first!.questions.length + 1 },
        after: { section: second!.title, place: 1, count: second!.questions.length },
      },
    ])
  })

  test('read the other way round, what was added was removed', () => {
    const draft = clone()
    const [gone] = draft.sections[0]!.questions.splice(1, 1)
    const there = differencesOf(contentOf(clone()), contentOf(draft))
    const back = differencesOf(contentOf(draft), contentOf(clone()))
    expect(there).toMatchObject([{ kind: 'removed', of: { id: gone!.questionId }, after: null }])
    expect(back).toMatchObject([{ kind: 'added', of: { id: gone!.questionId }, before: null }])
    expect(there[0]!.before).toEqual(back[0]!.after)
  })
})
