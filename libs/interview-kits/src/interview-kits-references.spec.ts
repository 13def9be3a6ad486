import { describe, expect, test } from '@jest/globals'
import type { InterviewKit } from './content.ts'
import { answerStructures, areas, competencies, interviewKits, levelProfiles, questions } from './index.ts'

const questionsByKey = new Map<string, (typeof questions)[number]>(questions.map((one) => [one.key, one]))
const keysOf = (entries: readonly { readonly key: string }[]) => new Set(entries.map(({ key }) => key))
const missingFrom = (known: ReadonlySet<string>, used: readonly string[]) =>
  used.filter((key) => !known.has(key))
const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)

const asked = (kit: InterviewKit) => kit.sections.flatMap((section) => section.questions)
const bankOf = (kit: InterviewKit) => asked(kit).flatMap(({ question }) => questionsByKey.get(question) ?? [])

/** What a kit can rate: one question made for it, a long one that touches it, or two. One passing touch is a hint. */
const informedBy = (kit: InterviewKit): ReadonlySet<string> => {
  const touches = bankOf(kit).flatMap((question) =>
    question.competencies.flatMap(({ competency, informs }) =>
      informs === 'primary' || question.minutes >= 20 ? [competency, competency] : [competency],
    ),
  )
  return new Set(twice(touches))
}

describe('every reference leads somewhere', () => {
  test.each(competencies)('of competency $key', (competency) => {
    expect(missingFrom(keysOf(areas), competency.areas)).toEqual([])
    expect(twice(competency.areas)).toEqual([])
  })

  test.each(questions)('of question $key', (question) => {
    const informed = question.competencies.map(({ competency }) => competency)
    expect(missingFrom(keysOf(competencies), informed)).toEqual([])
    expect(missingFrom(keysOf(areas), question.areas)).toEqual([])
    expect(missingFrom(keysOf(answerStructures), question.structures)).toEqual([])
    expect(twice([...informed, ...question.areas, ...question.structures, ...question.tags])).toEqual([])
  })

  test.each(interviewKits)('of $key', (kit) => {
    const ask = asked(kit).map(({ question }) => question)
    expect(missingFrom(new Set(questionsByKey.keys()), ask)).toEqual([])
    expect(missingFrom(keysOf(competencies), kit.competencies)).toEqual([])
    expect(missingFrom(keysOf(answerStructures), kit.structures)).toEqual([])
    expect(twice([...ask, ...kit.competencies, ...kit.structures])).toEqual([])
  })

  test.each(levelProfiles)('of $key', (profile) => {
    const rated = profile.competencies.map(({ competency }) => competency)
    expect(missingFrom(keysOf(competencies), rated)).toEqual([])
    expect(twice(rated)).toEqual([])
  })
})

describe('nothing in the bank lies idle', () => {
  test('every question is asked in at least one kit', () => {
    const used = new Set(interviewKits.flatMap(asked).map(({ question }) => question))
    expect(missingFrom(used, [...questionsByKey.keys()])).toEqual([])
  })

  test('every axis and area is touched by a question and by a competency', () => {
    for (const entries of [questions, competencies]) {
      const touched = new Set(entries.flatMap((entry) => entry.areas))
      expect(missingFrom(touched, [...keysOf(areas)])).toEqual([])
    }
  })

  test('every competency is the first purpose of at least one question', () => {
    const primary = questions.flatMap((question) =>
      question.competencies
        .filter(({ informs }) => informs === 'primary')
        .map(({ competency }) => competency),
    )
    expect(missingFrom(new Set(primary), [...keysOf(competencies)])).toEqual([])
  })

  test('every answer structure is ticked in a kit', () => {
    expect(
      missingFrom(new Set(interviewKits.flatMap((kit) => kit.structures)), [...keysOf(answerStructures)]),
    ).toEqual([])
  })

  // Two interviewers seeing the same thing independently is what makes a rating worth something.
  test.each(competencies)('$key is rated in two kits where their questions allow it', ({ key }) => {
    const possible = interviewKits.filter((kit) => informedBy(kit).has(key)).length
    const rating = interviewKits.filter((kit) => kit.competencies.includes(key)).length
    expect(rating).toBeGreaterThanOrEqual(Math.min(2, possible))
    expect(rating).toBeGreaterThanOrEqual(1)
  })
})

describe.each(interviewKits)('$key can be held as planned', (kit) => {
  test('its questions leave five minutes', () => {
    const minutes = asked(kit).map((one) => one.minutes ?? questionsByKey.get(one.question)?.minutes ?? 0)
    const planned = minutes.reduce((sum, share) => sum + share, 0)
    expect(planned).toBeLessThanOrEqual(kit.durationMinutes - 5)
    // An hour booked for half an hour of questions was not planned either.
    expect(planned).toBeGreaterThanOrEqual(kit.durationMinutes * 0.7)
  })

  test('minutes are given only where they differ from the bank', () => {
    const idle = asked(kit).filter((one) => one.minutes === questionsByKey.get(one.question)?.minutes)
    expect(idle).toEqual([])
  })

  test('its questions inform every competency it rates', () => {
    expect(missingFrom(informedBy(kit), kit.competencies)).toEqual([])
  })

  test('it asks one panelist for few competencies', () => {
    expect(kit.competencies.length).toBeGreaterThanOrEqual(4)
    expect(kit.competencies.length).toBeLessThanOrEqual(7)
  })

  test('the structures to tick are those of its questions', () => {
    expect(new Set(bankOf(kit).flatMap((question) => question.structures))).toEqual(new Set(kit.structures))
  })
})

describe.each(levelProfiles)('$key', (profile) => {
  test('weighs equally unless it says why', () => {
    for (const { competency, weight, reason } of profile.competencies) {
      expect([competency, weight > 0, weight === 1 || (reason ?? '').length > 20]).toEqual([
        competency,
        true,
        true,
      ])
    }
  })

  test('has its bars on the scale', () => {
    for (const { bar } of profile.competencies) expect([1, 2, 3, 4]).toContain(bar)
  })

  test('rates what the kits can show', () => {
    const shown = new Set(interviewKits.flatMap((kit) => kit.competencies))
    expect(
      missingFrom(
        shown,
        profile.competencies.map(({ competency }) => competency),
      ),
    ).toEqual([])
  })
})

test('from level to level no bar falls and no competency is lost', () => {
  const [mid, senior, staff] = ['level.mid', 'level.senior', 'level.staff'].map(
    (key) =>
      new Map(
        levelProfiles
          .find((profile) => profile.key === key)
          ?.competencies.map(({ competency, bar }) => [competency, bar]),
      ),
  )
  const lower = (from: typeof mid, to: typeof mid) =>
    [...(from ?? [])].filter(([competency, bar]) => (to?.get(competency) ?? 0) < bar)
  expect(lower(mid, senior)).toEqual([])
  expect(lower(senior, staff)).toEqual([])
})
