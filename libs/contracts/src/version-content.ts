import type { VersionBank, VersionContent, VersionDraft } from './interview-template-versions.ts'

/*
 * What follows from a draft and the bank's entries. The server freezes it when a version goes to review; the editor
 * shows it while somebody is still writing: one rule, so that what is seen is what will be published.
 */

/** The entries of the question bank that a draft names, by id. */
export type BankEntries = { [Kind in keyof VersionBank]: ReadonlyMap<string, VersionBank[Kind][number]> }

const byId = <Entry extends { id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]))

export const bankEntries = (bank: VersionBank): BankEntries => ({
  competencies: byId(bank.competencies),
  questions: byId(bank.questions),
  structures: byId(bank.structures),
  signals: byId(bank.signals),
})

/** The entry with what this version puts otherwise. */
const otherwise = <Entry extends object>(
  entry: Entry,
  overrides: { readonly [Field in keyof Entry]?: Entry[Field] | undefined },
): Entry => ({
  ...entry,
  ...Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined)),
})

export type Written =
  { complete: true; content: VersionContent } | { complete: false; unknown: { field: string; id: string }[] }

/**
 * What a draft says word for word: the bank's entries in the draft's order, with what the draft puts otherwise. Ids that
 * the bank does not know are told by field, and nothing is made of the draft.
 */
export const writeOut = (draft: VersionDraft, bank: BankEntries): Written => {
  const unknown: { field: string; id: string }[] = []
  const take = <Entry>(entries: ReadonlyMap<string, Entry>, id: string, field: string): Entry[] => {
    const entry = entries.get(id)
    if (entry === undefined) unknown.push({ field, id })
    return entry === undefined ? [] : [entry]
  }
  const { durationMinutes, scale, instructions, preparation } = draft
  const content: VersionContent = {
    durationMinutes,
    scale,
    instructions,
    preparation,
    competencies: draft.competencies.flatMap(({ competencyId, overrides }, place) =>
      take(bank.competencies, competencyId, `competencies.${place}.competencyId`).map((entry) =>
        otherwise(entry, overrides),
      ),
    ),
    structures: draft.structureIds.flatMap((id, place) => take(bank.structures, id, `structureIds.${place}`)),
    signals: draft.signalIds.flatMap((id, place) => take(bank.signals, id, `signalIds.${place}`)),
    sections: draft.sections.map(({ questions, ...section }, sectionPlace) => ({
      ...section,
      questions: questions.flatMap(({ questionId, overrides }, place) =>
        take(bank.questions, questionId, `sections.${sectionPlace}.questions.${place}.questionId`).map(
          (entry) => otherwise(entry, overrides),
        ),
      ),
    })),
  }
  return unknown.length === 0 ? { complete: true, content } : { complete: false, unknown }
}

/** Minutes that the questions take, in the shares this version gives them. */
export const minutesOf = ({ sections }: Pick<VersionContent, 'sections'>): number =>
  sections.flatMap(({ questions }) => questions).reduce((sum, question) => sum + question.minutes, 0)
