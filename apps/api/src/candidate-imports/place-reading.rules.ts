import { fold, type ImportOptions } from '@assay/contracts'
import { type Fault, one, type Said } from './cells.rules.ts'

export interface ImportedJob {
  id: string
  title: string
  stages: readonly { id: string; name: string }[]
}

/** Into whose pipeline somebody is put. */
export interface WantedPlace {
  jobId: string
  stageId: string | undefined
  appliedAt: string | undefined
  /** Where the row says so. */
  columns: { job: number | null; stage: number | null; appliedAt: number | null }
}

export interface PlaceFacts {
  options: ImportOptions
  /** Open ones, by their folded titles. */
  jobs: ReadonlyMap<string, readonly ImportedJob[]>
}

/** Which job a row is for: its own, or that of the whole file. A row that names none is for none. */
export const placeOf = (
  faults: Fault[],
  said: readonly Said[],
  { options, jobs }: PlaceFacts,
): WantedPlace | null => {
  const [job, stage, applied] = [one(said, 'job'), one(said, 'stage'), one(said, 'appliedAt')]
  const found = job ? jobNamed(faults, job, jobs) : jobOf(options.jobId, jobs)
  if (!found) return null
  const ofAll = found.id === options.jobId ? (options.stageId ?? undefined) : undefined
  return {
    jobId: found.id,
    stageId: (stage && stageNamed(faults, stage, found)) ?? ofAll,
    appliedAt: applied && momentIn(faults, applied),
    columns: {
      job: job?.column ?? null,
      stage: stage?.column ?? null,
      appliedAt: applied?.column ?? null,
    },
  }
}

const stageNamed = (
  faults: Fault[],
  { text, column }: Said,
  { title, stages }: ImportedJob,
): string | undefined => {
  const found = stages.find(({ name }) => fold(name) === fold(text))
  const because = `The pipeline of “${title}” has no stage of this name.`
  if (!found) faults.push({ column, path: null, because })
  return found?.id
}

export const jobOf = (id: string | null, jobs: PlaceFacts['jobs']): ImportedJob | undefined =>
  id === null
    ? undefined
    : ([...jobs.values()].flat().find((job) => job.id === id) ?? { id, title: '', stages: [] })

const jobNamed = (
  faults: Fault[],
  { text, column }: Said,
  jobs: PlaceFacts['jobs'],
): ImportedJob | undefined => {
  const named = jobs.get(fold(text)) ?? []
  const [only] = named
  if (named.length === 1) return only
  const because =
    named.length === 0
      ? 'No open job has this title.'
      : 'Several open jobs have this title: choose one for the file.'
  faults.push({ column, path: null, because })
  return undefined
}

const DAY =
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T\s](?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?<zone>\s*(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/i

/** A day, or a moment; without a zone it is taken for UTC. Days that could be read two ways are not guessed. */
const momentIn = (faults: Fault[], { text, column }: Said): string | undefined => {
  const { year, month, day, time = '0:00', zone = 'Z' } = DAY.exec(text)?.groups ?? {}
  const two = (part = ''): string => part.padStart(2, '0')
  const clock = time.split(':').map(two).join(':')
  const sign = zone.trim().toUpperCase().replace('UTC', 'Z')
  const at = new Date(`${year}-${two(month)}-${two(day)}T${clock}${sign}`)
  const isDay =
    !Number.isNaN(at.getTime()) && new Date(`${year}-${two(month)}-${two(day)}`).getUTCDate() === Number(day)
  if (isDay) return at.toISOString()
  faults.push({ column, path: null, because: 'Write a day as 2026-11-23.' })
  return undefined
}
