import { type Principal, VisibleError } from '@assay/access'
import type { CreateCandidate, DuplicateChoice, ImportFormat, RowOutcome } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ApplicationsService } from '../applications/applications.service.ts'
import { CandidateDocumentsService } from '../candidate-documents/candidate-documents.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { readResume } from './resume-reading.rules.ts'
import type { Fault } from './cells.rules.ts'
import type { WantedPlace } from './place-reading.rules.ts'
import { type ReadingFacts, readRow, type RowReading } from './row-reading.rules.ts'
import { KnownPerson, type SeenRows } from './seen-rows.ts'

export interface JudgedRow {
  position: number
  content: string
  /** Hex. */
  key: string
}

/** How the rows of one import are judged. `seen` stands for those that a dry run would have written before. */
export interface Judging {
  format: ImportFormat
  facts: ReadingFacts
  asking: Principal
  seen: SeenRows | null
}

export interface Judgement {
  outcome: Exclude<RowOutcome, 'forgotten'>
  name: string | null
  facts: CreateCandidate | null
  place: WantedPlace | null
  /** To whom it is added, or who came of it before; null in a dry run where that one is not written yet. */
  candidateId: string | null
  likely: string[]
  likeness: string[]
  faults: Fault[]
}

interface Sound {
  row: JudgedRow
  reading: RowReading & { facts: CreateCandidate }
  likeness: { name: string; addresses: string[] }
}

/** What becomes of a row. The run does what this says, and the dry run only says it. Joins the caller's unit of work. */
@Injectable()
export class RowJudgingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly candidates: CandidatesService,
    private readonly applications: ApplicationsService,
    private readonly documents: CandidateDocumentsService,
  ) {}

  async judge(row: JudgedRow, judging: Judging): Promise<Judgement> {
    const reading = readingOf(row.content, judging)
    const faults = [...reading.faults, ...(await this.refusals(reading, judging.asking))]
    const { name, facts, place } = reading
    const base = { name, facts, place, candidateId: null, likely: [], likeness: [], faults }
    if (facts === null || faults.length > 0) return { ...base, outcome: 'error' }
    const likeness = this.candidates.likeness(facts)
    const marks = [`row ${row.key}`, `name ${likeness.name}`, ...likeness.addresses]
    const sound = { row, reading: { ...reading, facts }, likeness }
    return { ...base, likeness: marks, ...(await this.decided(sound, judging)) }
  }

  /** What the candidates and the applications would refuse, at the columns that say it. */
  private async refusals({ facts, place, from }: RowReading, asking: Principal): Promise<Fault[]> {
    const faults: Fault[] = []
    if (facts) {
      const refused = await refusalOf(() => this.candidates.check(facts))
      for (const [field, because] of Object.entries(refused?.fields ?? {})) {
        faults.push({ column: from.get(field) ?? null, path: null, because })
      }
    }
    if (place) {
      const refused = await refusalOf(() => this.applications.place(place, asking))
      if (refused) faults.push(...placeFaults(refused, place))
    }
    return faults
  }

  private async decided(
    sound: Sound,
    judging: Judging,
  ): Promise<Pick<Judgement, 'outcome' | 'candidateId' | 'likely'>> {
    const { duplicates } = judging.facts.options
    const before = await this.importedBefore(sound.row, judging.seen)
    if (before) {
      const outcome = duplicates === 'add' ? await this.addition(sound, before, judging) : 'already'
      return { outcome, candidateId: before.candidateId, likely: [] }
    }
    const likely = await this.likelySame(sound, judging.seen)
    const ids = likely.flatMap(({ candidateId }) => candidateId ?? [])
    const [first] = likely
    if (!first || duplicates === 'create') return { outcome: 'created', candidateId: null, likely: ids }
    const outcome = await this.choice(duplicates, sound, first, judging)
    return { outcome, candidateId: outcome === 'skipped' ? null : first.candidateId, likely: ids }
  }

  private async choice(
    duplicates: Exclude<DuplicateChoice, 'create'>,
    sound: Sound,
    person: KnownPerson,
    judging: Judging,
  ): Promise<'added' | 'already' | 'skipped'> {
    const addsNothing = sound.reading.place === null && judging.format === 'csv'
    return duplicates === 'skip' || addsNothing ? 'skipped' : this.addition(sound, person, judging)
  }

  /** Whether a row adds anything to somebody: an application, or a résumé. */
  private async addition(
    { row, reading: { place } }: Sound,
    { candidateId, jobIds }: KnownPerson,
    { format }: Judging,
  ): Promise<'added' | 'already'> {
    if (place && !jobIds.has(place.jobId)) {
      const { jobId } = place
      const applied =
        candidateId !== null && (await this.applications.applicant({ candidateId, jobId })).applied
      if (!applied) return 'added'
    }
    if (format === 'csv') return 'already'
    const holds = candidateId !== null && (await this.documents.holds(candidateId, Buffer.from(row.content)))
    return holds ? 'already' : 'added'
  }

  /** Who came of a row with the same content, in any file. */
  private async importedBefore({ key }: JudgedRow, seen: SeenRows | null): Promise<KnownPerson | null> {
    const [row] = await this.work.query<{ candidateId: string }>(
      `SELECT coalesce(s.stands_for, r.candidate_id) AS "candidateId" FROM candidate_import_rows r
         LEFT JOIN candidate_search s ON s.organization_id = r.organization_id AND s.candidate_id = r.candidate_id
        WHERE r.organization_id = $1 AND r.content_key = decode($2, 'hex') AND r.outcome IN ('created', 'added')
        ORDER BY r.outcome DESC LIMIT 1`,
      [this.work.tenant.organizationId, key],
    )
    return row ? known(row.candidateId, seen) : (seen?.find([`row ${key}`]) ?? null)
  }

  /**
   * Who shares an address; where a row has none, who has the very same name. Names that are only alike are too many in a
   * long file to stop a row: they are shown on the page of the candidate, where two can be merged.
   */
  private async likelySame(
    { reading: { facts }, likeness }: Sound,
    seen: SeenRows | null,
  ): Promise<KnownPerson[]> {
    const byName = likeness.addresses.length === 0
    const found = await this.candidates.likelyDuplicates({
      ...(byName ? { name: facts.name } : {}),
      emails: facts.emails.map(({ value }) => value),
      phones: facts.phones.map(({ value }) => value),
      links: facts.links.map(({ value }) => value),
    })
    const same = found.filter(
      ({ name }) => !byName || this.candidates.likeness({ ...NOBODY, name }).name === likeness.name,
    )
    const inFile = seen?.find(byName ? [`name ${likeness.name}`] : likeness.addresses)
    return [...same.map(({ id }) => known(id, seen)), ...(inFile ? [inFile] : [])]
  }
}

const known = (candidateId: string, seen: SeenRows | null): KnownPerson =>
  seen?.known(candidateId) ?? new KnownPerson(candidateId)

const NOBODY = { emails: [], phones: [], links: [] }

export const readingOf = (
  content: string,
  { format, facts }: Pick<Judging, 'format' | 'facts'>,
): RowReading => {
  if (format === 'csv') return readRow(JSON.parse(content) as string[], facts)
  const { jobId, stageId } = facts.options
  const columns = { job: null, stage: null, appliedAt: null }
  const place =
    jobId === null ? null : { jobId, stageId: stageId ?? undefined, appliedAt: undefined, columns }
  return { ...readResume(content, facts.options), place }
}

/** A refusal is an answer about the row; what only comes back later is not. */
const refusalOf = async (work: () => Promise<unknown>): Promise<VisibleError | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

export const isRefusal = (error: unknown): error is VisibleError =>
  error instanceof VisibleError && error.status < 500

const placeFaults = (refused: VisibleError, { columns }: WantedPlace): Fault[] => {
  const { stageId, appliedAt } = refused.fields ?? {}
  if (stageId) return [{ column: columns.stage ?? columns.job, path: null, because: stageId }]
  if (appliedAt) return [{ column: columns.appliedAt, path: null, because: appliedAt }]
  const because = refused.code === 'not_found' ? 'The chosen job is not there any more.' : refused.message
  return [{ column: columns.job, path: null, because }]
}
