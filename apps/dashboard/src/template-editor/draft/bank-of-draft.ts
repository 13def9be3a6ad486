import { type BankEntries, type Json, sameJson, type VersionBank } from '@assay/contracts'

/** What says the same stays the same object, so that nothing is drawn again for it. */
const withEntries = <Entry extends { id: string }>(
  known: ReadonlyMap<string, Entry>,
  told: readonly Entry[] = [],
): ReadonlyMap<string, Entry> => {
  const news = told.filter(
    (entry) => !sameJson(known.get(entry.id) as Json | undefined, entry as unknown as Json),
  )
  return news.length === 0 ? known : new Map([...known, ...news.map((entry) => [entry.id, entry] as const)])
}

/** The entries known so far with what is told now. None is forgotten: taking back a step may need it again. */
export const withBank = (known: BankEntries, told: Partial<VersionBank>): BankEntries => ({
  competencies: withEntries(known.competencies, told.competencies),
  questions: withEntries(known.questions, told.questions),
  structures: withEntries(known.structures, told.structures),
  signals: withEntries(known.signals, told.signals),
})
