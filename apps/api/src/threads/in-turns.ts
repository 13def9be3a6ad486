/** What is worked on, and how often it is looked for. Times in milliseconds. */
export interface TurnOptions {
  /** One piece of the work of an organization. Gives whether there was one, or in how many milliseconds to look again. */
  next: (organizationId: string) => Promise<boolean | number>
  /** Every organization there is. */
  organizationIds: () => Promise<string[]>
  /** A piece went wrong, or the organizations could not be listed: it is tried again. */
  failed: (error: unknown, organizationId: string | null) => void
  firstLookAfter: number
  lookEvery: number
  againAfter: number
}

/**
 * Works on what stands in rows, one piece of each organization in turn: nobody waits for somebody else's thousand. Being
 * woken is a hint only and is lost with the process, so everything is looked through from time to time.
 */
export class InTurns {
  private readonly waiting = new Set<string>()
  /** Looked at again in a while. */
  private readonly resting = new Set<string>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private running: Promise<void> | null = null
  private readonly ending = new AbortController()
  private readonly options: TurnOptions

  constructor(options: TurnOptions) {
    this.options = options
  }

  /** Given to whatever should end with the process. */
  get signal(): AbortSignal {
    return this.ending.signal
  }

  begin(): void {
    this.later(this.options.firstLookAfter, () => this.lookEverywhere())
  }

  /** Waits for the piece in hand. */
  async end(): Promise<void> {
    this.ending.abort()
    for (const timer of this.timers) clearTimeout(timer)
    await this.running
  }

  wake(organizationId: string): void {
    if (this.signal.aborted) return
    this.waiting.add(organizationId)
    this.running ??= this.workAll().finally(() => {
      this.running = null
      const [next] = this.waiting
      if (next !== undefined) this.wake(next)
    })
  }

  private lookEverywhere(): void {
    this.options
      .organizationIds()
      .then((ids) => ids.forEach((id) => this.wake(id)))
      .catch((error: unknown) => this.options.failed(error, null))
    this.later(this.options.lookEvery, () => this.lookEverywhere())
  }

  private async workAll(): Promise<void> {
    while (!this.signal.aborted) {
      const [organizationId] = this.waiting
      if (organizationId === undefined) return
      this.waiting.delete(organizationId)
      try {
        const more = await this.options.next(organizationId)
        if (more === true) this.waiting.add(organizationId)
        else if (more !== false) this.again(organizationId, more)
      } catch (error) {
        this.options.failed(error, organizationId)
        this.again(organizationId, this.options.againAfter)
      }
    }
  }

  /** One timer for each organization, however often it is asked for. */
  private again(organizationId: string, milliseconds: number): void {
    if (this.resting.has(organizationId)) return
    this.resting.add(organizationId)
    this.later(milliseconds, () => {
      this.resting.delete(organizationId)
      this.wake(organizationId)
    })
  }

  private later(milliseconds: number, action: () => void): void {
    if (this.signal.aborted) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      action()
    }, milliseconds)
    timer.unref()
    this.timers.add(timer)
  }
}
