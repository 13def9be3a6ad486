import { type DeviceText, deviceText } from './device-text.ts'
import type { DraftKind, DraftParts } from './draft-kind.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'

/** Where the device keeps what is written, until the server has it. */
export interface KeepsOnDevice<Parts extends DraftParts> {
  write: (text: () => DeviceText<Parts>) => void
  acknowledged: () => void
  flush: () => Promise<void>
}

/** Tells the device what of a draft it has to keep: once for each text, not for each answer of the server. */
export class DeviceKeeping<Parts extends DraftParts> {
  #kept: readonly unknown[] = []
  readonly #kind: DraftKind<Parts>
  readonly #device: KeepsOnDevice<Parts>

  constructor(kind: DraftKind<Parts>, device: KeepsOnDevice<Parts>) {
    this.#kind = kind
    this.#device = device
  }

  /** `saved` is what the server has: what is kept has to be put together with that, and with nothing before it. */
  readonly keep = (snapshot: DraftSnapshot<Parts>, saved: Parts['draft']): void => {
    const parts = [snapshot.draft, snapshot.conflicts, saved]
    if (parts.every((part, place) => part === this.#kept[place])) return
    this.#kept = parts
    this.#device.write(() => deviceText(this.#kind, snapshot, saved))
  }

  /** The server has exactly this. */
  readonly acknowledged = (): void => {
    if (this.#kept.length === 0) return
    this.#kept = []
    this.#device.acknowledged()
  }

  readonly flush = async (): Promise<void> => await this.#device.flush()
}
