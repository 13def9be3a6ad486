import { type Json, sameJson } from '@assay/contracts'
import { valueAt } from './draft-path.ts'
import type { MergeConflict } from './merge-drafts.ts'

/** Of an hour without a connection, more than can matter. */
const MOST = 50

/** What was sent while nobody knows whether it arrived: what the server says may be one's own words. */
export class SentDrafts {
  #sent: Json[] = []

  readonly add = (flat: Json): void => {
    if (!sameJson(this.#sent.at(-1), flat)) this.#sent = [...this.#sent.slice(1 - MOST), flat]
  }

  /** The server has answered. */
  readonly forget = (): void => {
    this.#sent = []
  }

  /** The other side says what this page had sent: nobody is asked to choose between two of their own texts. */
  readonly says = ({ path, theirs }: MergeConflict): boolean =>
    this.#sent.some((flat) => sameJson(valueAt(flat, path), theirs))
}
