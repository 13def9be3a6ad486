import { describe, expect, test } from '@jest/globals'
import type { VersionContent } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import { contentOfKit } from '../../../../test/support/kit-bank.ts'
import { preparationSheetOf } from './preparation-sheet.rules.ts'

/** A mark in every text of a version that a candidate must not read. */
const marked = (content: VersionContent): VersionContent => {
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') return `SECRET ${value}`
    if (Array.isArray(value)) return value.map(mark)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, mark(inner)]))
  }
  const { preparation, competencies } = content
  return {
    ...(mark(content) as VersionContent),
    preparation,
    competencies: competencies.map((competency) => ({
      ...(mark(competency) as typeof competency),
      name: competency.name,
      forCandidates: competency.forCandidates,
    })),
  }
}

const RUN = 6
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(RUN - 1).map((_word, last) => words.slice(last, last + RUN).join(' '))
}

describe.each(interviewKits)('the preparation sheet of $key', ({ key, name }) => {
  const content = contentOfKit(key)
  const sheet = preparationSheetOf(name, content)

  test('says how long it takes, what it is about, and all that is judged', () => {
    expect(sheet.durationMinutes).toBe(content.durationMinutes)
    expect(sheet.topics.length).toBeGreaterThan(1)
    expect(sheet.judged.map((one) => one.name)).toEqual(content.competencies.map((one) => one.name))
  })

  test('takes nothing from any text that is for the panel', () => {
    expect(JSON.stringify(preparationSheetOf(name, marked(content)))).not.toContain('SECRET')
  })

  test('has no six words in a row of a question or an anchor', () => {
    const said = new Set(runsOf(JSON.stringify(sheet)))
    const hidden = [
      ...content.competencies.flatMap(({ anchors }) => anchors.map(({ text }) => text)),
      ...content.sections.flatMap(({ questions }) =>
        questions.flatMap(({ prompt, expectedPoints, redFlags, followUps, anchors }) => [
          prompt,
          ...expectedPoints,
          ...redFlags,
          ...followUps,
          ...anchors.map(({ text }) => text),
        ]),
      ),
    ]
    expect(hidden.flatMap(runsOf).filter((run) => said.has(run))).toEqual([])
  })
})

test('a competency without words for candidates is left out', () => {
  const content = structuredClone(contentOfKit('kit.system-design'))
  const [silent] = content.competencies
  silent!.forCandidates = '  '
  const sheet = preparationSheetOf('System design', content)
  expect(sheet.judged).toHaveLength(content.competencies.length - 1)
  expect(JSON.stringify(sheet)).not.toContain(silent!.definition)
})
