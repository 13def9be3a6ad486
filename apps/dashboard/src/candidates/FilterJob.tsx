import type { Job } from '@assay/contracts'
import { useGetList, useListContext } from 'ra-core'
import { Choice, type Option } from '../components/Choice.tsx'
import { useText } from '../i18n/text.ts'

type Filters = { jobId?: string; stageId?: string } & Record<string, unknown>

/** What the address asks for and nobody here can name is still said: it narrows the list. */
const withHeld = (options: readonly Option[], held: string | undefined, unnamed: string): Option[] =>
  held === undefined || options.some(({ value }) => value === held)
    ? [...options]
    : [...options, { value: held, label: unnamed }]

const useJobs = (): Job[] =>
  useGetList<Job>('jobs', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'title', order: 'ASC' },
    filter: {},
  }).data ?? []

/** Who applied to one job, and who of them stands in one stage of its pipeline. */
export const FilterJob = () => {
  const text = useText()
  const { filterValues, setFilters } = useListContext()
  const { jobId, stageId, ...others } = filterValues as Filters
  const jobs = useJobs()
  const any = { value: '', label: text('list.any') }
  const jobNames = jobs.map(({ id, title, status }) => ({
    value: id,
    label: status === 'closed' ? text('candidate.filter.closedJob', { title }) : title,
  }))
  const stages = jobs.find(({ id }) => id === jobId)?.stages ?? []
  const stageNames = stages.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Choice
        size="small"
        label={text('candidate.filter.job')}
        value={jobId ?? ''}
        options={[any, ...withHeld(jobNames, jobId, text('candidate.filter.otherJob'))]}
        // A stage is one job's: it goes with it.
        onChange={({ target: { value } }) => setFilters(value ? { ...others, jobId: value } : others)}
      />
      {(jobId ?? stageId) !== undefined && (
        <Choice
          size="small"
          label={text('candidate.filter.stage')}
          value={stageId ?? ''}
          options={[any, ...withHeld(stageNames, stageId, text('candidate.filter.otherStage'))]}
          onChange={({ target: { value } }) =>
            setFilters({ ...others, ...(jobId && { jobId }), ...(value && { stageId: value }) })
          }
        />
      )}
    </>
  )
}
