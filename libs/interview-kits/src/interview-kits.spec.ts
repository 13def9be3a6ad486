import { describe, expect, test } from '@jest/globals'
import {
  answerStructureText,
  competencyText,
  contentKey,
  jobLevel,
  questionText,
  scale,
  signalText,
} from '@assay/contracts'
import {
  answerStructures,
  areas,
  competencies,
  interviewKits,
  kitsVersion,
  levelProfiles,
  questions,
  signals,
} from './index.ts'

/** What the product promises to cover, written down apart from the source: a key that disappears is noticed here. */
const inventory = {
  areas: [
    'axis.fundamentals',
    'axis.scalable-design',
    'axis.production-judgement',
    'area.architecture',
    'area.api-scalability',
    'area.data-decisions',
    'area.async-concurrency',
    'area.cloud-deployment',
    'area.debugging-incidents',
    'area.maintainability',
    'area.communication-ambiguity',
    'area.ownership-operations',
  ],
  competencies: [
    'trade-off-thinking',
    'operational-maturity',
    'clarification',
    'scalability-judgement',
    'debugging-methodology',
    'production-ownership',
    'structured-thinking',
    'communication',
    'collaboration',
    'business-impact',
    'python-fundamentals',
    'testing-quality',
  ],
  signals: [
    'signal.clarifies-assumptions-first',
    'signal.trade-offs-not-absolutes',
    'signal.examples-from-production',
    'signal.monitoring-observability',
    'signal.testing-strategy-unprompted',
    'signal.architecture-tied-to-business-impact',
    'signal.explains-bottlenecks-clearly',
    'signal.failure-handling-and-resilience',
    'flag.buzzwords-without-operational-trade-offs',
    'flag.lists-frameworks-without-context',
    'flag.textbook-answers-with-no-real-system-behind-them',
    'flag.never-mentions-logging-metrics-alerting-incidents',
    'flag.designs-before-clarifying',
    'flag.no-link-to-business-value',
    'flag.async-makes-everything-faster',
    'flag.absolute-or-ideological-answers',
    'flag.blames-people-in-incident-stories',
    'flag.recites-the-cv-in-order',
  ],
  questions: [
    'q.intro',
    'q.frameworks',
    'q.decorators',
    'q.async-sync',
    'q.threads-processes',
    'q.gil',
    'q.memory',
    'q.iterators-generators',
    'q.context-managers',
    'q.rest-design',
    'q.api-versioning',
    'q.api-performance',
    'q.orm-sql',
    'q.caching',
    'q.background-jobs',
    'q.kafka',
    'q.docker',
    'q.kubernetes',
    'q.cicd',
    'q.auth',
    'q.rate-limiting',
    'q.observability',
    'q.system-design',
    'q.debugging-story',
    'q.performance-win',
    'q.automation',
    'q.incident',
    'q.collaboration',
    'q.scaling',
    'q.motivation',
    'q.logistics',
    'q.closing',
  ],
  kits: [
    'kit.recruiter-screen',
    'kit.python-fundamentals',
    'kit.api-architecture',
    'kit.system-design',
    'kit.production-behavioural',
    'kit.hiring-manager',
  ],
  profiles: ['level.mid', 'level.senior', 'level.staff'],
}

const stepsInOrder: Record<string, string[]> = {
  'structure.system-design': [
    'clarify-requirements',
    'estimate-scale',
    'define-architecture',
    'choose-data-stores',
    'caching-strategy',
    'scalability',
    'monitoring',
    'failure-handling',
    'security',
  ],
  'structure.incident-story': [
    'situation',
    'impact',
    'investigation',
    'root-cause',
    'resolution',
    'prevention',
  ],
  'structure.introduction': [
    'years-and-kind-of-backend-experience',
    'core-python-stack',
    'systems-built',
    'scale-architecture-exposure',
    'cloud-devops-collaboration',
    'current-focus',
  ],
  'structure.framework-depth': [
    'primary-framework',
    'why-it-was-chosen',
    'real-production-use',
    'limits-and-trade-offs',
    'secondary-framework',
  ],
  'clarify.constraints': ['expected-traffic', 'read-write-ratio', 'consistency', 'latency', 'security'],
}

const minutesOfKits = {
  'kit.recruiter-screen': 30,
  'kit.python-fundamentals': 60,
  'kit.api-architecture': 60,
  'kit.system-design': 60,
  'kit.production-behavioural': 45,
  'kit.hiring-manager': 45,
}

const keysOf = (entries: readonly { readonly key: string }[]): string[] =>
  entries.map(({ key }) => key).sort()

describe('the kits hold everything the inventory names, once', () => {
  test.each([
    ['axes and areas', areas, inventory.areas],
    ['competencies', competencies, inventory.competencies],
    ['general signals and red flags', signals, inventory.signals],
    ['questions', questions, inventory.questions],
    ['interview kits', interviewKits, inventory.kits],
    ['level profiles', levelProfiles, inventory.profiles],
    ['answer structures', answerStructures, Object.keys(stepsInOrder)],
  ])('%s', (_what, entries, expected) => {
    expect(keysOf(entries)).toEqual(expected.toSorted())
  })

  test.each(answerStructures)('the steps of $key, in their order', ({ key, steps }) => {
    expect(steps.map((step) => step.key)).toEqual(stepsInOrder[key])
  })

  test('a signal is good or a red flag as its key says', () => {
    for (const { key, kind } of signals) {
      expect([key, kind]).toEqual([key, key.startsWith('flag.') ? 'red_flag' : 'strong'])
    }
  })

  test('the interviews last as long as promised', () => {
    expect(Object.fromEntries(interviewKits.map((kit) => [kit.key, kit.durationMinutes]))).toEqual(
      minutesOfKits,
    )
  })

  test('the edition has a name', () => {
    expect(kitsVersion).toMatch(/^20\d\d\.\d+$/)
  })
})

const levelsOf = (anchors: readonly { readonly level: number }[]): number[] => anchors.map((one) => one.level)

describe('the standard of an entry', () => {
  test.each(competencies)('competency $key', (competency) => {
    expect(competency.definition.length).toBeGreaterThan(80)
    expect(competency.forCandidates.length).toBeGreaterThan(80)
    expect(competency.strongBehaviours.length).toBeGreaterThanOrEqual(3)
    expect(competency.weakBehaviours.length).toBeGreaterThanOrEqual(3)
    expect(levelsOf(competency.anchors)).toEqual([1, 2, 3, 4])
    expect(competency.areas.length).toBeGreaterThanOrEqual(1)
  })

  test.each(questions)('question $key', (question) => {
    expect(question.intent.length).toBeGreaterThan(40)
    expect(question.expectedPoints.length).toBeGreaterThanOrEqual(3)
    expect(question.seniorExtras.length).toBeGreaterThanOrEqual(2)
    expect(question.redFlags.length).toBeGreaterThanOrEqual(2)
    expect(question.followUps.length).toBeGreaterThanOrEqual(2)
    expect(levelsOf(question.anchors)).toEqual([1, 2, 3, 4])
    expect(question.minutes).toBeGreaterThanOrEqual(3)
    expect(question.levels.length).toBeGreaterThanOrEqual(1)
    expect(question.areas.length).toBeGreaterThanOrEqual(1)
    expect(question.competencies.some(({ informs }) => informs === 'primary')).toBe(true)
  })

  test.each(interviewKits)('$key tells how to open, what is evidence and when to stop', (kit) => {
    for (const word of ['**Open', '**Evidence', '**Stop', 'quote', 'observ', 'inference']) {
      expect(kit.instructions.toLowerCase()).toContain(word.toLowerCase())
    }
    expect(kit.preparation.topics.length).toBeGreaterThanOrEqual(3)
    expect(kit.preparation.about.length).toBeGreaterThan(200)
  })
})

describe('the contract accepts every entry as it stands', () => {
  const everything = [areas, competencies, signals, answerStructures, questions, interviewKits, levelProfiles]

  test('keys', () => {
    const refused = everything.flatMap(keysOf).filter((key) => !contentKey.safeParse(key).success)
    expect(refused).toEqual([])
  })

  test.each(competencies)('competency $key', ({ key: _key, areas: _areas, ...text }) => {
    expect(competencyText.parse(text)).toEqual(text)
  })

  test.each(questions)('question $key', (question) => {
    const {
      key: _key,
      areas: _areas,
      competencies: _informs,
      structures: _ticked,
      tags: _tags,
      ...text
    } = question
    expect(questionText.parse(text)).toEqual(text)
  })

  test.each(answerStructures)('structure $key', ({ key: _key, ...text }) => {
    expect(answerStructureText.parse(text)).toEqual(text)
  })

  test.each(signals)('$key', ({ key: _key, ...text }) => {
    expect(signalText.parse(text)).toEqual(text)
  })

  test('scales and levels', () => {
    for (const kit of interviewKits) expect(scale.parse(kit.scale)).toBe(kit.scale)
    for (const profile of levelProfiles) expect(jobLevel.parse(profile.level)).toBe(profile.level)
  })
})
