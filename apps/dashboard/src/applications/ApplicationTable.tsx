import { type Application, applicationStatuses, type Job } from '@assay/contracts'
import GroupsOutlined from '@mui/icons-material/GroupsOutlined'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { ListBase, useGetOne, useListContext } from 'ra-core'
import { usePermitted } from '../api/current-session.ts'
import { Blank } from '../components/Blank.tsx'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { FilterText } from '../components/FilterText.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { ApplicationRow } from './ApplicationRow.tsx'
import { BulkBar } from './BulkBar.tsx'
import { JobViews } from './JobViews.tsx'
import { LastChangeBar } from './LastChangeBar.tsx'
import { type Carrying, useCarrying } from './useCarrying.ts'

const Filters = ({ job }: { job: Job }) => {
  const text = useText()
  return (
    <ListFilters>
      <FilterText field="q" label={text('application.table.search')} />
      <FilterChoice
        field="stageId"
        label={text('application.stage')}
        options={job.stages.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterChoice
        field="status"
        label={text('application.statusLabel')}
        options={applicationStatuses.map((value) => ({ value, label: text(`application.status.${value}`) }))}
      />
    </ListFilters>
  )
}

const Rows = ({ job, carrying }: { job: Job; carrying: Carrying }) => {
  const text = useText()
  const mayMove = usePermitted('applications.move')
  const { data = [], selectedIds, onToggleItem, onSelect } = useListContext<Application>()
  const chosen = data.filter(({ id }) => selectedIds.includes(id))
  const all = chosen.length === data.length
  return (
    <>
      {mayMove && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, px: 2, py: 0.5 }}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={all}
                indeterminate={chosen.length > 0 && !all}
                onChange={() => onSelect(all ? [] : data.map(({ id }) => id))}
              />
            }
            label={text('application.table.chooseAll')}
          />
          <BulkBar job={job} chosen={chosen} carrying={carrying} onDone={() => onSelect([])} />
        </Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, '& > li': { borderTop: 1, borderColor: 'divider' } }}>
        {data.map((application) => (
          <ApplicationRow
            key={application.id}
            application={application}
            {...(mayMove && {
              choosing: {
                chosen: selectedIds.includes(application.id),
                onToggle: () => onToggleItem(application.id),
              },
            })}
          />
        ))}
      </Box>
    </>
  )
}

const Listing = ({ job }: { job: Job }) => {
  const text = useText()
  const carrying = useCarrying()
  return (
    <JobViews job={job}>
      <ListBase
        resource="applications"
        storeKey={false}
        filter={{ jobId: job.id }}
        sort={{ field: 'lastActivityAt', order: 'DESC' }}
        perPage={50}
        disableAuthentication
      >
        <Filters job={job} />
        <ListFrame
          exported
          count="application.table.count"
          empty={<Blank icon={GroupsOutlined} title={text('application.table.emptyTitle')} />}
        >
          <Rows job={job} carrying={carrying} />
        </ListFrame>
        <LastChangeBar carrying={carrying} />
      </ListBase>
    </JobViews>
  )
}

/** The applications of one job, to be searched, filtered and moved together. */
export const ApplicationTable = ({ id }: { id: string }) => {
  const { data: job, error, refetch } = useGetOne<Job>('jobs', { id })
  if (job) return <Listing job={job} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}
