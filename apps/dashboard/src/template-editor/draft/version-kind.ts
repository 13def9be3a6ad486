import {
  bankEntries,
  type BankEntries,
  type InterviewTemplateVersion,
  type VersionBank,
  type VersionDraft,
  versionDraft,
} from '@assay/contracts'
import { checkedBy } from '../../drafts/checked-by.ts'
import type { DraftEngine } from '../../drafts/draft-engine.ts'
import type { DraftKind } from '../../drafts/draft-kind.ts'
import type { DraftSnapshot as Snapshot } from '../../drafts/draft-snapshot.ts'
import { withBank } from './bank-of-draft.ts'
import { flatten, type FlatDraft, unflatten } from './flat-draft.ts'
import { flatPath } from './flat-path.ts'
import { withoutBlanks } from './without-blanks.ts'

export interface VersionParts {
  told: InterviewTemplateVersion
  draft: VersionDraft
  flat: FlatDraft
  /** The entries that the draft names, also those that were picked a moment ago. */
  beside: BankEntries
  picked: Partial<VersionBank>
}

export type VersionEngine = DraftEngine<VersionParts>

export interface DraftSnapshot extends Omit<Snapshot<VersionParts>, 'told' | 'beside'> {
  /** As the server last told it. */
  version: InterviewTemplateVersion
  bank: BankEntries
}

const NOTHING: VersionBank = { competencies: [], questions: [], structures: [], signals: [] }

const beyond = <Entry extends { id: string }>(
  known: ReadonlyMap<string, Entry>,
  told: readonly Entry[] = [],
): Entry[] => {
  const ids = new Set(told.map(({ id }) => id))
  return [...known.values()].filter(({ id }) => !ids.has(id))
}

/** The draft of a version of an interview template, beside it the entries of the bank. */
export const versionKind: DraftKind<VersionParts> = {
  name: 'interview-template-versions',
  keepFor: 0,
  draftOf: ({ draft }) => draft,
  currentOf: ({ code, body }) => {
    const current = body.current as InterviewTemplateVersion | undefined
    return code === 'revision_conflict' && current?.draft ? current : null
  },
  flatten,
  unflatten,
  trim: (flat) => withoutBlanks(flat) as FlatDraft,
  check: checkedBy(versionDraft, flatPath),
  // The server names places by number, in lists that may have moved since.
  refusedPlaces: () => [],
  beside: {
    nothing: bankEntries(NOTHING),
    told: ({ bank }) => bank ?? {},
    with: withBank,
    beyond: (known, { bank }) => ({
      competencies: beyond(known.competencies, bank?.competencies),
      questions: beyond(known.questions, bank?.questions),
      structures: beyond(known.structures, bank?.structures),
      signals: beyond(known.signals, bank?.signals),
    }),
  },
}
