import type { Json } from '@assay/contracts'
import type { FoundCopy } from './device-copies.ts'
import type { DraftKind, DraftParts } from './draft-kind.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'
import { withChoice } from './merge-flat-drafts.ts'

/** What the device keeps of a draft: enough to put it together with whatever the server says later. */
export interface DeviceText<Parts extends DraftParts> {
  /** What both sides had in common. */
  base: Parts['draft']
  draft: Parts['draft']
  /** What the server did not tell with it yet. */
  picked: Parts['picked']
}

export interface LeftText<Parts extends DraftParts> extends DeviceText<Parts> {
  writtenAt: number
}

export const subjectOf = ({ name }: { name: string }, id: string): string => `${name}/${id}`

/** A text in dispute keeps what both had before: so it is in dispute again when it is brought back. */
export const deviceText = <Parts extends DraftParts>(
  kind: DraftKind<Parts>,
  { draft, beside, told, conflicts }: DraftSnapshot<Parts>,
  saved: Parts['draft'],
): DeviceText<Parts> => ({
  base: conflicts.reduce(
    (base, { path, base: value }) => withChoice(kind, base, { path, value, known: [draft] }),
    saved,
  ),
  draft,
  picked: kind.beside.beyond(beside, told),
})

export const asJson = <Parts extends DraftParts>(text: DeviceText<Parts>): Json => text as unknown as Json

/** Written by an editor of this kind, and sealed since. */
export const leftText = <Parts extends DraftParts>({ text, writtenAt }: FoundCopy): LeftText<Parts> => ({
  ...(text as unknown as DeviceText<Parts>),
  writtenAt,
})
