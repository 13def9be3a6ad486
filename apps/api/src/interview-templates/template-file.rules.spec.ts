import { describe, expect, test } from '@jest/globals'
import { type BankEntries, type TemplateFile, templateFile, versionDraft, writeOut } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import { contentOfKit, draftOf, idOf, kitBank } from '../../../../test/support/kit-bank.ts'
import { planImport, toTemplateFile, twinsOf } from './template-file.rules.ts'

let made = 0
const newId = (): string => `01990000-0000-7000-9000-${String((made += 1)).padStart(12, '0')}`

const nothing: BankEntries = {
  competencies: new Map(),
  questions: new Map(),
  structures: new Map(),
  signals: new Map(),
}
const fileOf = (key: string): TemplateFile =>
  structuredClone(toTemplateFile({ name: 'Ours', purpose: '' }, contentOfKit(key), kitBank))
const key = 'kit.system-design'

describe.each(interviewKits.map((kit) => kit.key))('%s as a file', (kit) => {
  test('is what the contract takes, also after a journey as text', () => {
    const text = JSON.stringify(fileOf(kit))
    expect(templateFile.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
  })

  test('taken in where the bank has all of it: the same version, and nothing is added', () => {
    const plan = planImport(fileOf(kit), kitBank, { newId })
    expect(plan.fates.filter(({ fate }) => fate === 'added')).toEqual([])
    const otherwise = plan.fates.filter(({ fate }) => fate === 'put_otherwise')
    expect(otherwise.flatMap(({ fields }) => fields).filter((field) => field !== 'minutes')).toEqual([])
    const withoutIds = ({ sections, ...rest }: ReturnType<typeof draftOf>) => ({
      ...rest,
      sections: sections.map(({ id: _id, ...section }) => ({
        ...section,
        questions: section.questions.map(({ questionId }) => questionId),
      })),
    })
    expect(withoutIds(plan.draft)).toEqual(withoutIds(draftOf(kit)))
    const minutes = plan.draft.sections.flatMap(({ questions }) => questions.map((one) => one.overrides))
    const before = draftOf(kit).sections.flatMap(({ questions }) => questions.map((one) => one.overrides))
    expect(minutes).toEqual(before)
  })

  test('taken in where the bank is empty: everything is added, and the draft names it', () => {
    const file = fileOf(kit)
    const plan = planImport(file, nothing, { newId })
    expect(new Set(plan.fates.map(({ fate }) => fate))).toEqual(new Set(['added']))
    expect(plan.fates).toHaveLength(plan.ids.size)
    expect(versionDraft.safeParse(plan.draft).error?.issues).toBeUndefined()
    expect(plan.draft.sections[0]!.questions[0]!.questionId).toBe(
      plan.ids.get(`question ${file.sections[0]!.questions[0]}`),
    )
  })
})

describe('an entry that says something else than the bank', () => {
  test('a question is put otherwise in this version; the bank keeps its text', () => {
    const file = fileOf(key)
    file.questions[0]!.redFlags = ['Starts with a diagram.']
    const plan = planImport(file, kitBank, { newId })
    const fate = plan.fates.find(({ ref }) => ref === file.questions[0]!.ref)
    expect(fate).toMatchObject({
      fate: 'put_otherwise',
      fields: expect.arrayContaining(['redFlags']),
    })
    const written = writeOut(plan.draft, kitBank)
    if (!written.complete) throw new Error('not complete')
    const asked = written.content.sections.flatMap((section) => section.questions)
    expect(asked.find(({ id }) => id === idOf(file.questions[0]!.ref))!.redFlags).toEqual([
      'Starts with a diagram.',
    ])
  })

  test('a signal cannot be put otherwise: it is added beside the bank’s', () => {
    const file = fileOf(key)
    file.signals[0]!.text = 'Thanks the panel.'
    const plan = planImport(file, kitBank, { newId })
    expect(plan.fates.find(({ ref }) => ref === file.signals[0]!.ref)).toMatchObject({ fate: 'added' })
    expect(plan.draft.signalIds[0]).not.toBe(idOf(file.signals[0]!.ref))
  })

  test('a file from elsewhere has no keys: its entries are found by name', () => {
    const file = fileOf(key)
    for (const competency of file.competencies) {
      competency.key = null
      competency.name = competency.name.toUpperCase()
    }
    const fates = planImport(file, kitBank, { newId }).fates.filter(({ what }) => what === 'competency')
    expect(new Set(fates.map(({ fate, fields }) => `${fate} ${fields.join()}`))).toEqual(
      new Set(['put_otherwise name']),
    )
  })
})

describe('what comes to one entry of the bank', () => {
  test('is told with both refs: by key and by name, and what would be added twice', () => {
    const file = fileOf('kit.system-design')
    const [first] = file.questions
    file.questions.push({ ...first!, ref: 'by-name', key: null })
    file.signals.push({ ref: 'a', key: null, kind: 'strong', text: 'Résumé sense' })
    file.signals.push({ ref: 'b', key: null, kind: 'strong', text: 'resume  SENSE' })
    expect(twinsOf(planImport(file, kitBank, { newId }))).toEqual({
      'question by-name': expect.stringContaining(`"${first!.ref}" and "by-name"`),
      'signal b': expect.stringContaining('"a" and "b"'),
    })
    expect(twinsOf(planImport(fileOf('kit.system-design'), kitBank, { newId }))).toEqual({})
  })

  test('the bank’s stay where a version cannot put it otherwise, and it is told', () => {
    const file = fileOf('kit.system-design')
    file.structures[0]!.purpose = 'Another purpose.'
    file.questions[0]!.competencies = []
    const { fates, ids } = planImport(file, kitBank, { newId })
    expect(
      fates.filter(({ kept }) => kept.length > 0).map(({ what, fate, kept }) => [what, fate, kept]),
    ).toEqual([
      ['structure', 'same', ['purpose']],
      ['question', 'put_otherwise', ['competencies']],
    ])
    expect(ids.get(`structure ${file.structures[0]!.ref}`)).toBe(idOf(file.structures[0]!.key!))
  })
})

describe('a file is refused, and says where', () => {
  const issues = (change: (file: TemplateFile) => void): string[] => {
    const file = fileOf(key)
    change(file)
    return (templateFile.safeParse(file).error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    )
  }

  test('of another format version', () => {
    expect(issues((file) => ((file.formatVersion as number) = 2))).toEqual([
      expect.stringMatching(/^formatVersion: /),
    ])
  })

  test('with a field nobody knows', () => {
    expect(issues((file) => void Object.assign(file.questions[0]!, { score: 4 }))).toEqual([
      expect.stringMatching(/^questions\.0: .*"score"/),
    ])
  })

  test('that names what it does not describe', () => {
    expect(
      issues((file) => {
        file.rated.push('charm')
        file.sections[0]!.questions.push('q.none')
        file.questions[0]!.structures.push('structure.none')
      }),
    ).toEqual([
      expect.stringMatching(/^rated\.\d+: "charm" is not described in this file\.$/),
      expect.stringMatching(/^sections\.0\.questions\.\d+: "q\.none"/),
      expect.stringMatching(/^questions\.0\.structures\.\d+: "structure\.none"/),
    ])
  })

  test('that asks a question twice, or describes two things of one name', () => {
    expect(issues((file) => file.sections[0]!.questions.push(file.sections[0]!.questions[0]!))).toEqual([
      expect.stringMatching(/^sections: .* is asked twice\.$/),
    ])
    expect(issues((file) => file.competencies.push(file.competencies[0]!))).toEqual([
      expect.stringMatching(/two competencies/),
    ])
    expect(issues((file) => file.rated.push(file.rated[0]!))).toEqual([
      expect.stringMatching(/stands here twice/),
    ])
    expect(issues((file) => file.sections.pop()).length).toBeGreaterThan(0)
  })
})
