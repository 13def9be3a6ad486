import {
  type BankEntries,
  type Json,
  sameJson,
  type VersionContent,
  type VersionDraft,
  writeOut,
} from '@assay/contracts'
import { useState } from 'react'
import { withoutBlanks } from './without-blanks.ts'

/** What says the same stays the same object, wherever it stands now, so that nothing is drawn again for it. */
const kept = <Entry extends Json & { id: string }>(
  before: readonly Entry[],
  now: readonly Entry[],
): Entry[] => {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const next = now.map((entry) => {
    const old = known.get(entry.id)
    return old && sameJson(old, entry) ? old : entry
  })
  const isSame = next.length === before.length && next.every((entry, place) => entry === before[place])
  return isSame ? (before as Entry[]) : next
}

const asked = (content: VersionContent | null) =>
  content?.sections.flatMap(({ questions }) => questions) ?? []

const keptContent = (before: VersionContent | null, now: VersionContent): VersionContent => ({
  ...now,
  competencies: kept(before?.competencies ?? [], now.competencies),
  structures: kept(before?.structures ?? [], now.structures),
  signals: kept(before?.signals ?? [], now.signals),
  sections: kept(
    before?.sections ?? [],
    now.sections.map((section) => ({ ...section, questions: kept(asked(before), section.questions) })),
  ),
})

/** Writes a draft out again and again, and remembers what it said the last time. */
const newWriter = () => {
  let last: { draft: VersionDraft; bank: BankEntries } | null = null
  let content: VersionContent | null = null
  return (draft: VersionDraft, bank: BankEntries): VersionContent | null => {
    if (last?.draft === draft && last.bank === bank) return content
    const written = writeOut(withoutBlanks(draft) as VersionDraft, bank)
    last = { draft, bank }
    if (written.complete) content = keptContent(content, written.content)
    return content
  }
}

/** What the draft says word for word, as far as it is written. */
export const useContent = (draft: VersionDraft, bank: BankEntries): VersionContent | null => {
  const [write] = useState(newWriter)
  return write(draft, bank)
}
