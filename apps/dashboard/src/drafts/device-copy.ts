import type { CopyName } from './device-database.ts'
import { keepCopy, type KeptText, removeCopy } from './device-copies.ts'
import { takeLock, type WriterLock } from './writer-lock.ts'

/** From a keystroke to the device: with the time it takes to write, less than 300 ms. */
const WITHIN = 120

/** `none`: nothing to keep. `pending`: not all of it yet. `kept`: all of it. `failed`: the browser does not keep it. */
export type OnDevice = 'none' | 'pending' | 'kept' | 'failed'

interface DeviceCopyOptions {
  userId: string
  subject: string
  /** How long it stays after the server has acknowledged all of it. 0: it goes at once. */
  keepFor?: number
  onChange: (state: OnDevice) => void
}

/** The copy that one page keeps of what it writes on one draft. One write at a time, always of the newest text. */
export class DeviceCopy {
  readonly #name: CopyName
  readonly #keepFor: number
  readonly #onChange: (state: OnDevice) => void
  #state: OnDevice = 'none'
  #lock: Promise<WriterLock | null> | null = null
  #content: (() => KeptText) | null = null
  #last: (() => KeptText) | null = null
  #endsAt: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #work: Promise<void> = Promise.resolve()
  #mayBeThere = false
  #isClosed = false

  constructor({ userId, subject, keepFor = 0, onChange }: DeviceCopyOptions) {
    this.#name = { userId, subject, writer: crypto.randomUUID() }
    this.#keepFor = keepFor
    this.#onChange = onChange
  }

  /** Something was typed. `content` is asked when it is written: what was typed meanwhile goes with it. */
  readonly write = (content: () => KeptText): void => {
    if (this.#isClosed) return
    this.#content = content
    this.#last = content
    this.#endsAt = null
    if (this.#state !== 'failed') this.#tell('pending')
    this.#timer ??= setTimeout(() => void this.flush(), WITHIN)
  }

  /** The server has all of it. */
  readonly acknowledged = (): void => {
    if (this.#keepFor === 0) return this.forget()
    if (!this.#last || this.#endsAt !== null) return
    this.write(this.#last)
    this.#endsAt = Date.now() + this.#keepFor
    // At once: a page that comes next would take it for something that the server does not have.
    void this.flush()
  }

  /** Nothing of it has to stay on this device. */
  readonly forget = (): void => {
    if (!this.#content && !this.#mayBeThere) return
    this.#drop()
    this.#work = this.#work.then(this.#remove)
  }

  /** Resolves when what was typed so far is on the disk, or the browser has refused it. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#work = this.#work.then(this.#put)
    await this.#work
  }

  /** This page writes on it no more; what is kept stays, for the next page that opens the draft. */
  readonly close = async (): Promise<void> => {
    this.#isClosed = true
    await this.flush()
    const lock = this.#lock
    this.#lock = null
    ;(await lock?.catch(() => null))?.release()
  }

  #drop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#content = null
  }

  readonly #put = async (): Promise<void> => {
    const content = this.#content
    if (!content) return
    this.#content = null
    // From here on: what the server acknowledges while this waits has to be removed after it.
    this.#mayBeThere = true
    try {
      // Before the copy is there, so that no page takes it for one that was left.
      await (this.#lock ??= takeLock(this.#name.writer))
      await keepCopy(this.#name, content(), this.#endsAt)
      this.#tell(this.#content ? 'pending' : 'kept')
    } catch {
      // Tried again with the next keystroke: a full disk may have room again.
      this.#content ??= content
      this.#lock = null
      this.#tell('failed')
    }
  }

  readonly #remove = async (): Promise<void> => {
    const mayBeThere = this.#mayBeThere
    try {
      if (mayBeThere) await removeCopy(this.#name)
      this.#mayBeThere = false
      if (!this.#content && mayBeThere) this.#tell('none')
    } catch {
      this.#tell('failed')
    }
  }

  #tell(state: OnDevice): void {
    if (state === this.#state) return
    this.#state = state
    this.#onChange(state)
  }
}
