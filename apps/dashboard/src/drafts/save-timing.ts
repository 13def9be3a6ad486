/** Passes by itself: the same is sent again. Anything else needs a person. */
export const PASSING = new Set(['network', 'unavailable', 'busy', 'rate_limited', 'internal'])

/** After the last change, and at the latest after the first one that is not saved. */
const PAUSE = 800
const LATEST = 5_000
const RETRIES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/** When the next request is due. Times are milliseconds. */
export class SaveTiming {
  #timer: ReturnType<typeof setTimeout> | undefined
  #firstChange: number | null = null
  #failures = 0
  readonly #send: () => void

  constructor(send: () => void) {
    this.#send = send
  }

  get isPlanned(): boolean {
    return this.#timer !== undefined
  }

  readonly changed = (): void => {
    this.#firstChange ??= Date.now()
  }

  readonly plan = (): void => {
    const now = Date.now()
    const due = Math.min(now + PAUSE, (this.#firstChange ?? now) + LATEST)
    this.#in(Math.max(0, due - now))
  }

  /** What waits was written long ago. */
  readonly longAgo = (): void => {
    this.#firstChange = 0
  }

  /** Each time a little later; not before the server asked to. */
  readonly planRetry = (asked: number): void => {
    const wait = RETRIES[Math.min(this.#failures, RETRIES.length - 1)]!
    this.#failures += 1
    this.#in(Math.max(wait, asked))
  }

  readonly stop = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** What was changed so far is on its way. */
  readonly began = (): void => {
    this.#firstChange = null
  }

  readonly succeeded = (): void => {
    this.#failures = 0
  }

  #in(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#send, wait)
  }
}
