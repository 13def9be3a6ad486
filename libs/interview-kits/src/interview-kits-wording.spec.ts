import { describe, expect, test } from '@jest/globals'
import {
  answerStructures,
  areas,
  competencies,
  interviewKits,
  levelProfiles,
  questions,
  signals,
} from './index.ts'

interface Text {
  readonly at: string
  readonly text: string
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const normalised = (text: string): string => wordsOf(text).join(' ')

const texts = (at: string, all: readonly string[]): Text[] =>
  all.map((text, nth) => ({ at: `${at} ${nth + 1}`, text }))
const anchorTexts = (
  key: string,
  anchors: readonly { readonly level: number; readonly text: string }[],
): Text[] => anchors.map(({ level, text }) => ({ at: `${key} anchor ${level}`, text }))

/** What is a name: unique among its kind. A kit and a competency may both be called after Python. */
const names: Record<string, readonly string[]> = {
  areas: areas.map((one) => one.name),
  competencies: competencies.map((one) => one.name),
  questions: questions.map((one) => one.title),
  structures: answerStructures.map((one) => one.name),
  kits: interviewKits.map((one) => one.name),
  sections: interviewKits.flatMap((kit) => kit.sections.map((section) => section.title)),
  profiles: levelProfiles.map((one) => one.name),
}

const leakable: readonly Text[] = [
  ...questions.flatMap((one) => [
    { at: `${one.key} prompt`, text: one.prompt },
    ...texts(`${one.key} expected point`, one.expectedPoints),
    ...texts(`${one.key} senior extra`, one.seniorExtras),
    ...texts(`${one.key} red flag`, one.redFlags),
    ...texts(`${one.key} follow-up`, one.followUps),
    ...anchorTexts(one.key, one.anchors),
  ]),
  ...competencies.flatMap((one) => [
    ...texts(`${one.key} strong behaviour`, one.strongBehaviours),
    ...texts(`${one.key} weak behaviour`, one.weakBehaviours),
    ...anchorTexts(one.key, one.anchors),
  ]),
]

const forCandidates: readonly Text[] = [
  ...competencies.map((one) => ({ at: `${one.key} for candidates`, text: one.forCandidates })),
  ...interviewKits.flatMap((kit) => [
    { at: `${kit.key} preparation`, text: kit.preparation.about },
    ...texts(`${kit.key} preparation topic`, kit.preparation.topics),
  ]),
]

const prose: readonly Text[] = [
  ...leakable,
  ...forCandidates,
  ...areas.map((one) => ({ at: one.key, text: one.definition })),
  ...competencies.map((one) => ({ at: `${one.key} definition`, text: one.definition })),
  ...signals.map((one) => ({ at: one.key, text: one.text })),
  ...answerStructures.flatMap((one) => [
    { at: `${one.key} purpose`, text: one.purpose },
    ...one.steps.map((step) => ({ at: `${one.key} ${step.key}`, text: step.text })),
  ]),
  ...questions.map((one) => ({ at: `${one.key} intent`, text: one.intent })),
  ...interviewKits.flatMap((kit) => [
    { at: `${kit.key} purpose`, text: kit.purpose },
    ...texts(`${kit.key} instructions, paragraph`, kit.instructions.split('\n\n')),
    ...texts(
      `${kit.key} guidance`,
      kit.sections.map((section) => section.guidance),
    ),
  ]),
  ...levelProfiles.map((one) => ({ at: one.key, text: one.description })),
]

const named = Object.entries(names).flatMap(([kind, all]) => texts(kind, all))

const alike = (all: readonly Text[]): string[] => {
  const first = new Map<string, string>()
  const found: string[] = []
  for (const { at, text } of all) {
    const known = first.get(normalised(text))
    if (known === undefined) first.set(normalised(text), at)
    else found.push(`${at} repeats ${known}`)
  }
  return found
}

// In code three dots are Python's.
const withoutCode = (text: string): string => text.replaceAll(/`[^`]*`/g, 'code')

const PLACEHOLDER =
  /\b(todo|to be (done|defined|written)|tbd|tbc|fixme|lorem|ipsum|xxx+|placeholder|example answer|sample text|foo|bar baz)\b|\.\.\.|…|\?\?\?/i

// Words by which a lazy scale is made of one sentence.
const DEGREES = new Set(
  `very mostly sometimes often rarely well clearly somewhat fully partially some many few all always never usually
  generally occasionally frequently barely hardly really quite rather highly poorly strongly weakly deeply slightly
  completely partly entirely thoroughly good better best bad poor excellent great strong weak limited basic solid
  little much more most less least no not any several`.match(/\w+/g),
)

const withoutDegrees = (text: string): string =>
  wordsOf(text)
    .filter((word) => !DEGREES.has(word) && !/^\p{L}{3,}ly$/u.test(word))
    .join(' ')

/** Of the shorter text's words, how many the longer one has too. */
const shared = (one: string, other: string): number => {
  const [small, large] = [new Set(wordsOf(one)), new Set(wordsOf(other))].sort((a, b) => a.size - b.size)
  return small === undefined || large === undefined ? 0 : small.intersection(large).size / small.size
}

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]))

const runsOf = (text: string, length: number): string[] => {
  const words = wordsOf(text)
  return words.slice(length - 1).map((_word, at) => words.slice(at, at + length).join(' '))
}

describe('every text', () => {
  test('is there', () => {
    expect([...prose, ...named].filter(({ text }) => normalised(text) === '')).toEqual([])
  })

  test('is finished', () => {
    expect([...prose, ...named].filter(({ text }) => PLACEHOLDER.test(withoutCode(text)))).toEqual([])
  })

  test('is said once', () => {
    expect(alike(prose)).toEqual([])
  })

  test('has no stray blanks or typographic quotes', () => {
    expect([...prose, ...named].filter(({ text }) => /^\s|\s$| {2}|[“”‘’—–]/.test(text))).toEqual([])
  })
})

test('entries of the bank are whole sentences', () => {
  expect(leakable.filter(({ text }) => !/[.?!][")]?$/.test(text))).toEqual([])
})

test.each(Object.entries(names))('no two %s have one name', (kind, all) => {
  expect(alike(texts(kind, all))).toEqual([])
})

describe.each([...competencies, ...questions])('the anchors of $key', ({ key, anchors }) => {
  test('differ by more than words of degree', () => {
    const lazy = pairs(anchors).filter(
      ([one, other]) => withoutDegrees(one.text) === withoutDegrees(other.text),
    )
    expect(lazy).toEqual([])
  })

  test('describe different behaviour in different words', () => {
    const close = pairs(anchors)
      .map(([one, other]) => ({ key, levels: [one.level, other.level], share: shared(one.text, other.text) }))
      .filter(({ share }) => share >= 0.6)
    expect(close).toEqual([])
  })

  test('are long enough to be recognised', () => {
    expect(anchors.filter(({ text }) => wordsOf(text).length < 12)).toEqual([])
  })
})

test('the comparison of anchors sees through words of degree', () => {
  expect(withoutDegrees('Explains the cost very clearly.')).toBe(
    withoutDegrees('Rarely explains the cost well'),
  )
  expect(shared('asks for traffic first', 'asks for traffic later')).toBe(0.75)
})

describe('what a candidate may read', () => {
  const secrets = new Map(leakable.flatMap(({ at, text }) => runsOf(text, 6).map((run) => [run, at])))
  const titles = names['questions']?.map(normalised).filter((title) => wordsOf(title).length >= 3) ?? []

  test.each(forCandidates)('$at holds no six words of a question or an anchor', ({ text }) => {
    expect(
      runsOf(text, 6).flatMap((run) => (secrets.has(run) ? [`"${run}" of ${secrets.get(run)}`] : [])),
    ).toEqual([])
  })

  test.each(forCandidates)('$at names no question by its title', ({ text }) => {
    expect(titles.filter((title) => ` ${normalised(text)} `.includes(` ${title} `))).toEqual([])
  })

  test('asks nothing of the bank: follow-ups and prompts are questions, topics are not', () => {
    expect(
      interviewKits.flatMap((kit) => kit.preparation.topics).filter((topic) => topic.includes('?')),
    ).toEqual([])
  })
})
