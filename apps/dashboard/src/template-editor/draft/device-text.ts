import type { InterviewTemplateVersion, Json, VersionBank, VersionDraft } from '@assay/contracts'
import type { FoundCopy } from '../../drafts/device-copies.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'
import { withChoice } from './merge-version-drafts.ts'

/** What the device keeps of a draft: enough to put it together with whatever the server says later. */
export interface DeviceText {
  /** What both sides had in common. */
  base: VersionDraft
  draft: VersionDraft
  /** Entries that the draft names and the server did not name with it yet. */
  picked: VersionBank
}

export interface LeftText extends DeviceText {
  writtenAt: number
}

export const subjectOf = (versionId: string): string => `interview-template-versions/${versionId}`

const beyond = <Entry extends { id: string }>(
  known: ReadonlyMap<string, Entry>,
  told: readonly Entry[] = [],
): Entry[] => {
  const ids = new Set(told.map(({ id }) => id))
  return [...known.values()].filter(({ id }) => !ids.has(id))
}

/** A text in dispute keeps what both had before: so it is in dispute again when it is brought back. */
export const deviceText = (
  { draft, bank, version, conflicts }: DraftSnapshot,
  saved: VersionDraft,
): DeviceText => ({
  base: conflicts.reduce((base, conflict) => withChoice(base, conflict.path, conflict.base, [draft]), saved),
  draft,
  picked: {
    competencies: beyond(bank.competencies, version.bank?.competencies),
    questions: beyond(bank.questions, version.bank?.questions),
    structures: beyond(bank.structures, version.bank?.structures),
    signals: beyond(bank.signals, version.bank?.signals),
  },
})

export const asJson = (text: DeviceText): Json => text as unknown as Json

/** Written by this editor, and sealed since. */
export const leftText = ({ text, writtenAt }: FoundCopy): LeftText => ({
  ...(text as unknown as DeviceText),
  writtenAt,
})

export const titleOf = ({ template, number }: InterviewTemplateVersion): string =>
  `${template.name} (${number})`
