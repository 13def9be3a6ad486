/** Somebody a row may be about. */
export class KnownPerson {
  readonly candidateId: string | null
  /** Into whose pipelines earlier rows of this file would have put them. */
  readonly jobIds = new Set<string>()

  constructor(candidateId: string | null) {
    this.candidateId = candidateId
  }
}

export interface SeenRow {
  likeness: readonly string[]
  jobId: string | null
  candidateId: string | null
}

/** What earlier rows of a dry run would have written: later rows of the same file are compared with it. */
export class SeenRows {
  private readonly byMark = new Map<string, KnownPerson>()

  /** The person of the first of these marks that is known. */
  find(marks: readonly string[]): KnownPerson | undefined {
    for (const mark of marks) {
      const person = this.byMark.get(mark)
      if (person) return person
    }
    return undefined
  }

  /** Somebody who is here, with what earlier rows would have added to them. */
  known(candidateId: string): KnownPerson {
    return this.byMark.get(`candidate ${candidateId}`) ?? new KnownPerson(candidateId)
  }

  /** @param isNew a candidate of its own comes of the row, not an addition to whom it is like */
  add({ likeness, jobId, candidateId }: SeenRow, isNew: boolean): void {
    const same = candidateId === null ? this.find(likeness) : this.known(candidateId)
    const person = (isNew ? undefined : same) ?? new KnownPerson(candidateId)
    if (jobId !== null) person.jobIds.add(jobId)
    const marks = candidateId === null ? likeness : [...likeness, `candidate ${candidateId}`]
    for (const mark of marks) if (!this.byMark.has(mark)) this.byMark.set(mark, person)
  }
}
