import type { ApiProblem } from '../api/problem.ts'
import type { OnDevice } from './device-copy.ts'
import type { KeepsOnDevice } from './device-keeping.ts'
import type { DraftKind, DraftParts, HeldBack } from './draft-kind.ts'
import type { MergeConflict } from './merge-drafts.ts'
import type { Step } from './step-history.ts'

export type SaveDraft<Parts extends DraftParts> = (
  draft: Parts['draft'],
  revision: number,
  leaving: boolean,
) => Promise<Parts['told']>

export interface EngineOptions<Parts extends DraftParts> {
  kind: DraftKind<Parts>
  told: Parts['told']
  save: SaveDraft<Parts>
  device?: KeepsOnDevice<Parts> | null
}

/** One change of a draft. It gives the same draft back when there is nothing to do. */
export type Edit<Parts extends DraftParts> = (draft: Parts['draft']) => Parts['draft']

export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'retrying'; problem: ApiProblem }
  | { kind: 'refused'; problem: ApiProblem }

/** A step that nobody took here: from what the server said to that with what was left on the device. */
export interface Recovered<Draft> extends Step<Draft> {
  /** As in the flat draft. */
  places: string[][]
  writtenAt: number
}

export interface DraftSnapshot<Parts extends DraftParts> {
  /** As the server last told it. */
  told: Parts['told']
  /** As it is written here. */
  draft: Parts['draft']
  beside: Parts['beside']
  save: SaveState
  /** Whether the device keeps what the server has not. */
  device: OnDevice
  /** What was written in an earlier page, until the person has seen it. */
  recovered: Recovered<Parts['draft']> | null
  conflicts: readonly MergeConflict[]
  held: readonly HeldBack[]
  mayUndo: boolean
  mayRedo: boolean
}
