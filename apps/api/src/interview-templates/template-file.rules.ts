import {
  type BankEntries,
  type EntryFate,
  fold,
  type Json,
  type JsonFields,
  sameJson,
  TEMPLATE_FILE_FORMAT,
  TEMPLATE_FILE_VERSION,
  type TemplateFile,
  type VersionContent,
  type VersionDraft,
  type VersionQuestion,
} from '@assay/contracts'

interface Named {
  id: string
  key: string | null
}

const refOf = ({ id, key }: Named): string => key ?? id

/** Without what only a row has: what remains is what the file says about an entry. */
const asEntry = <Entry extends Named>({ id, ...text }: Entry) => ({
  ...text,
  ref: refOf({ id, key: text.key }),
})

/**
 * A version as a file. `bank` gives the competencies and structures that a question names and the version itself does
 * not show.
 */
export const toTemplateFile = (
  template: { name: string; purpose: string },
  content: VersionContent,
  bank: Pick<BankEntries, 'competencies' | 'structures'>,
): TemplateFile => {
  const { competencies, structures, signals, sections, ...head } = content
  const asked = sections.flatMap((section) => section.questions)
  const named = <Entry extends Named>(
    shown: Entry[],
    ids: string[],
    entries: ReadonlyMap<string, Entry>,
  ): Map<string, Entry> => {
    const all = new Map(shown.map((entry) => [entry.id, entry]))
    for (const id of ids) {
      const entry = all.get(id) ?? entries.get(id)
      if (entry) all.set(id, entry)
    }
    return all
  }
  const informed = asked.flatMap((question) => question.competencies.map(({ competencyId }) => competencyId))
  const rated = named(competencies, informed, bank.competencies)
  const ticked = named(
    structures,
    asked.flatMap((question) => question.structureIds),
    bank.structures,
  )
  return {
    format: TEMPLATE_FILE_FORMAT,
    formatVersion: TEMPLATE_FILE_VERSION,
    ...template,
    ...head,
    rated: competencies.map(refOf),
    shown: structures.map(refOf),
    competencies: [...rated.values()].map(asEntry),
    structures: [...ticked.values()].map(asEntry),
    signals: signals.map(asEntry),
    questions: asked.map(({ competencies: links, structureIds, ...question }) => ({
      ...asEntry(question),
      competencies: links.flatMap(({ competencyId, informs }) => {
        const competency = rated.get(competencyId)
        return competency ? [{ competency: refOf(competency), informs }] : []
      }),
      structures: structureIds.flatMap((id) => {
        const structure = ticked.get(id)
        return structure ? [refOf(structure)] : []
      }),
    })),
    sections: sections.map(({ title, guidance, questions }) => ({
      title,
      guidance,
      questions: questions.map(refOf),
    })),
  }
}

type What = EntryFate['what']
type FileEntry = { ref: string; key: string | null } & Record<string, unknown>

/** What a file would do to the question bank, and the draft it makes. Nothing is written here. */
export interface ImportPlan {
  fates: EntryFate[]
  /** By `what ref`: the id of the bank's entry, or the new one for what is added. */
  ids: ReadonlyMap<string, string>
  draft: VersionDraft
}

/** Not what an entry says: how it is named and linked. */
const LINKS = new Set(['ref', 'key', 'competencies', 'structures', 'structureIds', 'id'])

const nameOf = (entry: Record<string, unknown>): string =>
  String(entry['name'] ?? entry['title'] ?? entry['text'])
const wordsOf = (entry: Record<string, unknown>): string => fold(nameOf(entry))

/**
 * The bank's entry of the same key, else of the same name: a file from elsewhere has no keys of ours. A signal is nothing
 * but its words: with others it is another one.
 */
const findIn = (what: What, entry: FileEntry, entries: ReadonlyMap<string, Named>): Named | undefined => {
  const all = [...entries.values()]
  const hasKey = entry.key !== null && what !== 'signal'
  const ofKey = hasKey ? all.find(({ key }) => key === entry.key) : undefined
  return ofKey ?? all.find((one) => wordsOf(one as never) === wordsOf(entry))
}

const differing = (entry: FileEntry, known: Named): string[] =>
  Object.keys(entry).filter(
    (field) => !LINKS.has(field) && !sameJson(entry[field] as Json, (known as never as JsonFields)[field]),
  )

/** What a question of the file is linked with, by the ids that the refs have come to. */
const linksOf = (
  { competencies, structures }: TemplateFile['questions'][number],
  ids: ImportPlan['ids'],
) => ({
  competencies: competencies.map(({ competency, informs }) => {
    return { competencyId: ids.get(`competency ${competency}`) ?? '', informs }
  }),
  structureIds: structures.map((ref) => ids.get(`structure ${ref}`) ?? ''),
})

const differingLinks = (
  question: TemplateFile['questions'][number],
  known: VersionQuestion,
  ids: ImportPlan['ids'],
): string[] =>
  Object.entries(linksOf(question, ids))
    .filter(([field, links]) => !sameJson(links, known[field as 'competencies' | 'structureIds']))
    .map(([field]) => field)

/**
 * Finds each entry of the file in the bank. The bank's own words are never changed by a file: what differs is put
 * otherwise in the new version only. Structures, signals and the links of a question cannot be put otherwise: there the
 * bank's stay, and it is told.
 */
export const planImport = (
  file: TemplateFile,
  bank: BankEntries,
  house: { newId: () => string; before?: VersionDraft | null },
): ImportPlan => {
  const fates: EntryFate[] = []
  const ids = new Map<string, string>()
  const overrides = new Map<string, Record<string, unknown>>()
  const settle = (what: What, entries: readonly unknown[], known: ReadonlyMap<string, Named>): void => {
    for (const entry of entries as FileEntry[]) {
      const found = findIn(what, entry, known)
      const differs = found ? differing(entry, found) : []
      const mayDiffer = what === 'competency' || what === 'question'
      const fields = mayDiffer ? differs : []
      const at = `${what} ${entry.ref}`
      ids.set(at, found?.id ?? house.newId())
      if (found) overrides.set(at, Object.fromEntries(fields.map((field) => [field, entry[field]])))
      const links =
        found && what === 'question' ? differingLinks(entry as never, found as VersionQuestion, ids) : []
      const fate = found ? (fields.length > 0 ? 'put_otherwise' : 'same') : 'added'
      const kept = [...(mayDiffer ? [] : differs), ...links]
      fates.push({ what, ref: entry.ref, name: nameOf(entry), fate, fields, kept })
    }
  }
  settle('competency', file.competencies, bank.competencies)
  settle('structure', file.structures, bank.structures)
  settle('signal', file.signals, bank.signals)
  settle('question', file.questions, bank.questions)
  return { fates, ids, draft: draftOfFile(file, { ids, overrides }, house) }
}

/** What in a file comes to one entry of the bank, or would be added under one name: nobody could tell them apart. */
export const twinsOf = ({ fates, ids }: ImportPlan): Record<string, string> => {
  const problems: Record<string, string> = {}
  const seen = new Map<string, EntryFate>()
  for (const entry of fates) {
    const at = `${entry.what} ${entry.ref}`
    const same = entry.fate === 'added' ? fold(entry.name) : (ids.get(at) ?? '')
    const twin = seen.get(`${entry.what} ${same}`)
    if (twin) problems[at] = `"${twin.ref}" and "${entry.ref}" are one and the same here: "${entry.name}".`
    seen.set(`${entry.what} ${same}`, entry)
  }
  return problems
}

interface Settled {
  ids: ReadonlyMap<string, string>
  overrides: ReadonlyMap<string, Record<string, unknown>>
}

const draftOfFile = (
  file: TemplateFile,
  { ids, overrides }: Settled,
  { newId, before }: { newId: () => string; before?: VersionDraft | null },
): VersionDraft => {
  const idOf = (what: What, ref: string): string => ids.get(`${what} ${ref}`) ?? ''
  const { durationMinutes, scale, instructions, preparation } = file
  return {
    durationMinutes,
    scale,
    instructions,
    preparation,
    competencies: file.rated.map((ref) => ({
      competencyId: idOf('competency', ref),
      overrides: overrides.get(`competency ${ref}`) ?? {},
    })),
    structureIds: file.shown.map((ref) => idOf('structure', ref)),
    signalIds: file.signals.map(({ ref }) => idOf('signal', ref)),
    sections: file.sections.map(({ title, guidance, questions }) => ({
      // A section of the same title stays that section, so that the versions can be compared.
      id: before?.sections.find((section) => section.title === title)?.id ?? newId(),
      title,
      guidance,
      questions: questions.map((ref) => ({
        questionId: idOf('question', ref),
        overrides: overrides.get(`question ${ref}`) ?? {},
      })),
    })),
  }
}
