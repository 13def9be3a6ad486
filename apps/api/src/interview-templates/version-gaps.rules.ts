import {
  type Anchor,
  fold,
  isBlank,
  levelNames,
  minutesOf,
  type Scale,
  type VersionContent,
  type VersionGap,
  type VersionQuestion,
} from '@assay/contracts'

type Code = VersionGap['code']
type Competency = VersionContent['competencies'][number]

const gap = (code: Code, at: string[], because: string): VersionGap => ({ code, at, because })

/** The levels of the scale that no anchor describes. */
const unwritten = (anchors: readonly Anchor[], scale: Scale): number[] =>
  levelNames[scale]
    .map((_name, index) => index + 1)
    .filter((level) => !anchors.some((anchor) => anchor.level === level && !isBlank(anchor.text)))

const beyond = (anchors: readonly Anchor[], scale: Scale): number[] =>
  anchors.map((anchor) => anchor.level).filter((level) => level > scale)

/** No entry says anything. */
const isEmpty = (entries: readonly string[]): boolean => entries.every(isBlank)

const list = (levels: readonly number[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(levels.map(String))

const anchorGaps = (
  subject: { name: string; anchors: readonly Anchor[]; at: string[]; code: Code },
  scale: Scale,
): VersionGap[] => {
  const { name, anchors, at, code } = subject
  const missing = unwritten(anchors, scale)
  const tooHigh = beyond(anchors, scale)
  return [
    ...(missing.length > 0
      ? [gap(code, at, `${name} says nothing about level ${list(missing)} of ${scale}.`)]
      : []),
    ...(tooHigh.length > 0
      ? [
          gap(
            'anchor_beyond_scale',
            at,
            `${name} describes level ${list(tooHigh)}; the scale ends at ${scale}.`,
          ),
        ]
      : []),
  ]
}

const competencyGaps = (competency: Competency, { scale, sections }: VersionContent): VersionGap[] => {
  const { id, name } = competency
  const isAskedAbout = sections.some(({ questions }) =>
    questions.some(({ competencies }) => competencies.some(({ competencyId }) => competencyId === id)),
  )
  const { strongBehaviours, weakBehaviours } = competency
  return [
    ...(isBlank(competency.definition)
      ? [gap('competency_without_definition', [id], `${name} has no definition.`)]
      : []),
    ...(isEmpty(strongBehaviours) || isEmpty(weakBehaviours)
      ? [gap('competency_without_behaviours', [id], `${name} needs strong and weak behaviours.`)]
      : []),
    ...anchorGaps({ name, anchors: competency.anchors, at: [id], code: 'competency_without_anchors' }, scale),
    ...(isAskedAbout
      ? []
      : [gap('competency_not_asked_about', [id], `No question of this version tells about ${name}.`)]),
  ]
}

const questionGaps = (question: VersionQuestion, at: string[], content: VersionContent): VersionGap[] => {
  const { scale } = content
  const { title, expectedPoints, redFlags, anchors } = question
  return [
    ...(isEmpty(expectedPoints)
      ? [gap('question_without_points', at, `${title} has no expected points.`)]
      : []),
    ...(isEmpty(redFlags) ? [gap('question_without_red_flags', at, `${title} has no red flags.`)] : []),
    ...anchorGaps({ name: title, anchors, at, code: 'question_without_anchors' }, scale),
    ...(tellsSomething(question, content)
      ? []
      : [gap('question_tells_nothing', at, `${title} tells about no competency that is rated here.`)]),
  ]
}

const tellsSomething = (
  { competencies: informed }: VersionQuestion,
  { competencies }: VersionContent,
): boolean => informed.some(({ competencyId }) => competencies.some(({ id }) => id === competencyId))

/** On a scorecard nobody could tell them apart. */
const twinGaps = (named: readonly { name: string; at: string[] }[]): VersionGap[] => {
  const known = new Set<string>()
  return named
    .filter(({ name }) => {
      const folded = fold(name)
      const isTwin = known.has(folded)
      known.add(folded)
      return isTwin
    })
    .map(({ name, at }) => gap('same_name', at, `There are two of the name ${name}.`))
}

const wholeGaps = (content: VersionContent): VersionGap[] => {
  const minutes = minutesOf(content)
  const hasQuestions = content.sections.some(({ questions }) => questions.length > 0)
  return [
    ...(hasQuestions ? [] : [gap('nothing_to_ask', [], 'There is no question in this version yet.')]),
    ...(content.competencies.length === 0
      ? [gap('nothing_to_rate', [], 'There is no competency to rate in this version yet.')]
      : []),
    ...(minutes > content.durationMinutes
      ? [
          gap(
            'more_minutes_than_the_interview',
            [],
            `The questions take ${minutes} minutes, the interview has ${content.durationMinutes}.`,
          ),
        ]
      : []),
  ]
}

/** All that is missing before a version may be published, in the order of the screen; empty when it is complete. */
export const gapsOf = (content: VersionContent): VersionGap[] => [
  ...wholeGaps(content),
  ...content.competencies.flatMap((competency) => competencyGaps(competency, content)),
  ...twinGaps(content.competencies.map(({ id, name }) => ({ name, at: [id] }))),
  ...twinGaps(
    content.sections.flatMap(({ id: sectionId, questions }) =>
      questions.map(({ id, title }) => ({ name: title, at: [sectionId, id] })),
    ),
  ),
  ...content.sections.flatMap((section) =>
    section.questions.length === 0
      ? [gap('section_is_empty', [section.id], `The section "${section.title}" has no question.`)]
      : section.questions.flatMap((question) => questionGaps(question, [section.id, question.id], content)),
  ),
]

/** What a packet prints within its time, and a file that is taken in again: a third of what one request may hold. */
const MOST_BYTES = 400_000

/** Of a version as it would be frozen, as JSON. */
export const lengthGaps = (bytes: number): VersionGap[] =>
  bytes <= MOST_BYTES
    ? []
    : [
        gap(
          'too_long',
          [],
          `All texts together take ${Math.ceil(bytes / 1_000)} KB; at most ${MOST_BYTES / 1_000} KB can be published. Shorten texts, or make two templates of it.`,
        ),
      ]
