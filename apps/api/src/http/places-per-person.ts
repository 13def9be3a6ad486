import { TooManyRequests } from '@assay/access'

/** How many of something one person may have under way in this process, so that nobody takes all the places. */
export class PlacesPerPerson {
  private readonly taken = new Map<string | null, number>()
  private readonly atOnce: number
  private readonly refusal: () => TooManyRequests

  constructor(atOnce: number, refusal: () => TooManyRequests) {
    this.atOnce = atOnce
    this.refusal = refusal
  }

  /**
   * @returns what gives the place back; a second time it does nothing
   * @throws the refusal when the person has all of theirs
   */
  take(personId: string | null): () => void {
    const already = this.taken.get(personId) ?? 0
    if (already >= this.atOnce) throw this.refusal()
    this.taken.set(personId, already + 1)
    let isHeld = true
    return () => {
      if (isHeld) this.giveBack(personId)
      isHeld = false
    }
  }

  private giveBack(personId: string | null): void {
    const left = (this.taken.get(personId) ?? 1) - 1
    if (left > 0) this.taken.set(personId, left)
    else this.taken.delete(personId)
  }
}
