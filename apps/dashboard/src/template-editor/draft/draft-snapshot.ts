import {
  type BankEntries,
  type InterviewTemplateVersion,
  type VersionBank,
  type VersionDraft,
} from '@assay/contracts'
import type { ApiProblem } from '../../api/problem.ts'
import type { MergeConflict } from '../../drafts/merge-drafts.ts'
import type { OnDevice } from '../../drafts/device-copy.ts'
import type { HeldBack } from './outgoing-draft.ts'
import type { Step } from './step-history.ts'

export type SaveDraft = (
  draft: VersionDraft,
  revision: number,
  leaving: boolean,
) => Promise<InterviewTemplateVersion>

export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'retrying'; problem: ApiProblem }
  | { kind: 'refused'; problem: ApiProblem }

/** A step that nobody took here: from what the server said to that with what was left on the device. */
export interface Recovered extends Step {
  /** As in the flat draft. */
  places: string[][]
  writtenAt: number
}

export interface DraftSnapshot {
  /** As the server last told it. */
  version: InterviewTemplateVersion
  /** As it is written here. */
  draft: VersionDraft
  /** The entries it names, also those that were picked a moment ago. */
  bank: BankEntries
  save: SaveState
  /** Whether the device keeps what the server has not. */
  device: OnDevice
  /** What was written in an earlier page, until the person has seen it. */
  recovered: Recovered | null
  conflicts: readonly MergeConflict[]
  held: readonly HeldBack[]
  mayUndo: boolean
  mayRedo: boolean
}

const NOTHING: VersionBank = { competencies: [], questions: [], structures: [], signals: [] }

/** What there is to write on. */
export const asDraft = ({
  draft,
  bank,
}: InterviewTemplateVersion): { draft: VersionDraft; bank: VersionBank } => {
  if (!draft) throw new Error('This version is not a draft.')
  return { draft, bank: bank ?? NOTHING }
}
