import { describe, expect, test } from '@jest/globals'
import {
  addMonths,
  type EndedApplication,
  judgeRetention,
  type RetentionFacts,
  type RuleVersion,
  statesOf,
  termsOn,
} from './retention.rules.ts'

let written = 0
const rule = (more: Partial<RuleVersion> = {}): RuleVersion => ({
  id: `rule-${(written += 1)}`,
  jobId: null,
  office: null,
  outcome: 'rejected',
  months: 6,
  mode: 'ask',
  validFrom: '2026-01-01',
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, written)),
  ...more,
})

const ended = (more: Partial<EndedApplication> = {}): EndedApplication => ({
  jobId: 'job',
  office: 'Lisbon',
  status: 'rejected',
  since: '2026-01-31',
  ...more,
})

describe('which rule holds', () => {
  const general = rule({ months: 24 })
  const lisbon = rule({ office: 'lisbon', months: 12 })
  const job = rule({ jobId: 'job', months: 3 })
  const hired = rule({ outcome: 'hired', months: 120 })
  const months = (rules: RuleVersion[], application: EndedApplication, day = '2026-06-01') =>
    termsOn(rules, day)(application)?.months ?? null

  test('is the one of the job, else of the office however it is spelled, else the general one', () => {
    expect(months([general, lisbon, job], ended())).toBe(3)
    expect(months([general, lisbon, job], ended({ jobId: 'other', office: 'LISBON' }))).toBe(12)
    expect(months([general, lisbon, job], ended({ jobId: 'other', office: null }))).toBe(24)
  })

  test('is for one outcome only; an active application has none', () => {
    expect(months([general, hired], ended({ status: 'hired' }))).toBe(120)
    expect(months([general, hired], ended({ status: 'withdrawn' }))).toBeNull()
    expect(months([general, hired], ended({ status: 'active' }))).toBeNull()
  })

  test('is the version of the day; of two for one day the later written', () => {
    const versions = [
      general,
      rule({ months: 12, validFrom: '2026-07-01' }),
      rule({ months: 18, validFrom: '2026-07-01' }),
    ]
    expect(months(versions, ended(), '2026-06-30')).toBe(24)
    expect(months(versions, ended(), '2026-07-01')).toBe(18)
    expect(months(versions, ended(), '2025-12-31')).toBeNull()
    const states = statesOf(versions, '2026-06-30')
    expect(versions.map(({ id }) => states.get(id))).toEqual(['current', 'past', 'future'])
  })

  test('without months gives way to the more general one from its day on', () => {
    const versions = [general, job, rule({ jobId: 'job', months: null, validFrom: '2026-05-01' })]
    expect(months(versions, ended(), '2026-04-30')).toBe(3)
    expect(months(versions, ended(), '2026-05-01')).toBe(24)
  })
})

describe('when somebody is due', () => {
  const terms = (rules: RuleVersion[], day: string) => termsOn(rules, day)
  const judge = (more: Partial<RetentionFacts>, day: string, rules = [rule()]) =>
    judgeRetention(
      { applications: [ended()], changedOn: '2026-01-15', keptUntil: null, mark: null, ...more },
      terms(rules, day),
      day,
    )

  test('a month too short ends with its last day', () => {
    expect([addMonths('2026-08-31', 6), addMonths('2027-08-31', 6), addMonths('2026-11-30', 1)]).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-12-30',
    ])
  })

  test('six months after a rejection of January 31 it is July 31, and soon thirty days before', () => {
    expect(judge({}, '2026-06-30')).toBeNull()
    expect(judge({}, '2026-07-01')).toMatchObject({ dueOn: '2026-07-31', isDue: false })
    expect(judge({}, '2026-07-30')).toMatchObject({ isDue: false })
    expect(judge({}, '2026-07-31')).toEqual({
      dueOn: '2026-07-31',
      isDue: true,
      mode: 'ask',
      erasesOn: null,
      lastEndedOn: '2026-01-31',
      markedOn: '2026-07-31',
    })
  })

  test('the last of several applications decides; one active, or without a rule, keeps everything', () => {
    const later = ended({ since: '2026-03-15' })
    expect(judge({ applications: [ended(), later] }, '2026-09-15')).toMatchObject({ dueOn: '2026-09-15' })
    expect(judge({ applications: [ended(), ended({ status: 'active' })] }, '2030-01-01')).toBeNull()
    expect(judge({ applications: [ended(), ended({ status: 'hired' })] }, '2030-01-01')).toBeNull()
    expect(judge({ applications: [] }, '2030-01-01')).toBeNull()
  })

  test('who never applied is due by a rule of their own, from the last change of the record', () => {
    const never = { applications: [], changedOn: '2026-02-10' }
    expect(judge(never, '2030-01-01')).toBeNull()
    const rules = [rule(), rule({ outcome: 'no_application', months: 12, mode: 'automatic' })]
    expect(judge(never, '2027-01-01', rules)).toBeNull()
    expect(judge(never, '2027-02-10', rules)).toMatchObject({
      dueOn: '2027-02-10',
      isDue: true,
      erasesOn: '2027-02-24',
      lastEndedOn: '2026-02-10',
    })
    expect(judge({ applications: [ended()] }, '2026-07-31', rules)).toMatchObject({ dueOn: '2026-07-31' })
  })

  test('an extension moves the day, and never brings it nearer', () => {
    expect(judge({ keptUntil: '2027-01-01' }, '2026-08-01')).toBeNull()
    expect(judge({ keptUntil: '2027-01-01' }, '2027-01-01')).toMatchObject({
      dueOn: '2027-01-01',
      isDue: true,
    })
    expect(judge({ keptUntil: '2026-02-01' }, '2026-07-31')).toMatchObject({ dueOn: '2026-07-31' })
  })

  test('nobody is erased without a person before fourteen days in the list, and only where every rule says so', () => {
    const automatic = rule({ mode: 'automatic' })
    expect(judge({}, '2026-07-20', [automatic])).toMatchObject({ erasesOn: '2026-08-03', mode: 'automatic' })
    expect(judge({}, '2030-01-01', [automatic])).toMatchObject({
      erasesOn: '2030-01-15',
      markedOn: '2030-01-01',
    })
    const mark = { mode: 'automatic', markedOn: '2026-07-01' } as const
    expect(judge({ mark }, '2026-08-01', [automatic])).toMatchObject({ erasesOn: '2026-07-31' })
    const askedBefore = { mode: 'ask', markedOn: '2026-07-01' } as const
    expect(judge({ mark: askedBefore }, '2026-08-01', [automatic])).toMatchObject({ erasesOn: '2026-08-15' })
    const applications = [ended(), ended({ jobId: 'careful' })]
    expect(judge({ applications }, '2026-08-01', [automatic, rule({ jobId: 'careful' })])).toMatchObject({
      mode: 'ask',
      erasesOn: null,
    })
  })
})
