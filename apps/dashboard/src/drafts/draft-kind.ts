import type { Json } from '@assay/contracts'
import type { ApiProblem } from '../api/problem.ts'

/** What an editor writes on, by its types. */
export interface DraftParts {
  /** What the server tells of it. */
  told: { revision: number }
  draft: Json
  /** The draft in the form in which two of them are put together: places in it are paths of fields and names. */
  flat: Json
  /** What is known beside the draft. */
  beside: unknown
  /** What of that the server may not have told yet. */
  picked: Json
}

/** A place of the draft that cannot be saved as it is written, and why. */
export interface HeldBack {
  /** As in the flat draft: fields and names from the outside in. */
  path: string[]
  because: string
}

/** What is known of a draft without asking the server. */
export interface Checked<Draft> {
  /** As it goes out; null when something is wrong with it. */
  draft: Draft | null
  /** What is wrong, by place; null when it is in no single one. */
  wrong: HeldBack[] | null
}

interface Beside<Parts extends DraftParts> {
  /** Before the server has told anything. */
  nothing: Parts['beside']
  told: (told: Parts['told']) => Parts['picked']
  /** Known so far, with more. It stays the same object where that brings no news. */
  with: (known: Parts['beside'], more: Parts['picked']) => Parts['beside']
  /** What is known and was not told. */
  beyond: (known: Parts['beside'], told: Parts['told']) => Parts['picked']
}

/** Two forms of one draft: as it is kept, and as two of them are put together. */
export interface DraftForm<Draft, Flat extends Json> {
  flatten: (draft: Draft) => Flat
  /** `known` are drafts from which what a place stands in can be taken. */
  unflatten: (flat: Flat, known: readonly Flat[]) => Draft
}

/** What one kind of draft has of its own: everything that `DraftEngine` does not know about it. */
export interface DraftKind<Parts extends DraftParts> extends DraftForm<Parts['draft'], Parts['flat']> {
  /** Names its drafts on the device, before their ids. */
  name: string
  /** Milliseconds that the device keeps a draft after the server has all of it. */
  keepFor: number
  /** Null when there is nothing to write on. */
  draftOf: (told: Parts['told']) => Parts['draft'] | null
  /** The state that somebody else left, when that is why it was refused. */
  currentOf: (problem: ApiProblem, known: Parts['told']) => Parts['told'] | null
  /** Without what nobody has written yet. */
  trim: (flat: Parts['flat']) => Parts['flat']
  /** Before the server is asked. */
  check: (draft: Parts['draft']) => Checked<Parts['draft']>
  /** What the server refuses, by place; empty when it does not name places that can be held back. */
  refusedPlaces: (problem: ApiProblem) => HeldBack[]
  beside: Beside<Parts>
}
