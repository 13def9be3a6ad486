import { type BankEntries, type VersionContent, type VersionDraft, writeOut } from '@assay/contracts'
import { answerStructures, competencies, interviewKits, questions, signals } from '@assay/interview-kits'
import { draftOfKit } from '../../apps/api/src/interview-templates/kit-draft.ts'

/** A stable id for a key, as a question bank would have given it. */
const ids = new Map<string, string>()
export const idOf = (key: string): string => {
  if (!ids.has(key)) ids.set(key, `01990000-0000-7000-8000-${String(ids.size).padStart(12, '0')}`)
  return ids.get(key)!
}

const byId = <Entry extends { id: string }>(entries: Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]))

/** The question bank of an organization that changed nothing. */
export const kitBank: BankEntries = {
  competencies: byId(competencies.map(({ areas: _areas, ...text }) => ({ ...text, id: idOf(text.key) }))),
  questions: byId(
    questions.map(({ areas: _areas, tags: _tags, structures, competencies: informed, ...text }) => ({
      ...text,
      id: idOf(text.key),
      structureIds: structures.map(idOf),
      competencies: informed.map(({ competency, informs }) => ({ competencyId: idOf(competency), informs })),
    })),
  ),
  structures: byId(answerStructures.map((text) => ({ ...text, id: idOf(text.key) }))),
  signals: byId(signals.map((text) => ({ ...text, id: idOf(text.key) }))),
}

export const draftOf = (key: string): VersionDraft => {
  let section = 0
  const kit = interviewKits.find((one) => one.key === key)!
  return draftOfKit(kit, idOf, () => idOf(`${key} section ${(section += 1)}`))
}

export const contentOf = (draft: VersionDraft): VersionContent => {
  const written = writeOut(draft, kitBank)
  if (!written.complete) throw new Error(JSON.stringify(written.unknown))
  return written.content
}

export const contentOfKit = (key: string): VersionContent => contentOf(draftOf(key))
