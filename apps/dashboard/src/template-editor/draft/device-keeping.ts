import type { VersionDraft } from '@assay/contracts'
import { type DeviceText, deviceText } from './device-text.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'

/** Where the device keeps what is written, until the server has it. */
export interface KeepsOnDevice {
  write: (text: () => DeviceText) => void
  acknowledged: () => void
  flush: () => Promise<void>
}

/** Tells the device what of a draft it has to keep: once for each text, not for each answer of the server. */
export class DeviceKeeping {
  #kept: readonly unknown[] = []
  readonly #device: KeepsOnDevice

  constructor(device: KeepsOnDevice) {
    this.#device = device
  }

  /** `saved` is what the server has: what is kept has to be put together with that, and with nothing before it. */
  readonly keep = (snapshot: DraftSnapshot, saved: VersionDraft): void => {
    const parts = [snapshot.draft, snapshot.conflicts, saved]
    if (parts.every((part, place) => part === this.#kept[place])) return
    this.#kept = parts
    this.#device.write(() => deviceText(snapshot, saved))
  }

  /** The server has exactly this. */
  readonly acknowledged = (): void => {
    if (this.#kept.length === 0) return
    this.#kept = []
    this.#device.acknowledged()
  }

  readonly flush = async (): Promise<void> => await this.#device.flush()
}
