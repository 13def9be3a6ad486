import { type Job, jobLevels, jobStatuses } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import WorkOutlineOutlined from '@mui/icons-material/WorkOutlineOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ListBase, useListContext } from 'ra-core'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { Blank } from '../components/Blank.tsx'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { FilterText } from '../components/FilterText.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { Page } from '../components/Page.tsx'
import { useText } from '../i18n/text.ts'
import { JOBS } from './job-commands.ts'
import { JobRow } from './JobRow.tsx'

const Rows = () => {
  const { data = [] } = useListContext<Job>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((job) => (
        <Box component="li" key={job.id} sx={{ listStyle: 'none' }}>
          <JobRow job={job} />
        </Box>
      ))}
    </Box>
  )
}

const Filters = () => {
  const text = useText()
  return (
    <ListFilters>
      <FilterText field="q" label={text('job.search')} />
      <FilterChoice
        field="status"
        label={text('job.statusLabel')}
        options={jobStatuses.map((value) => ({ value, label: text(`job.status.${value}`) }))}
      />
      <FilterChoice
        field="level"
        label={text('job.level')}
        options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
      />
    </ListFilters>
  )
}

export const JobList = () => {
  const text = useText()
  const mayManage = usePermitted('jobs.manage')
  const add = mayManage && (
    <Button component={Link} to={`${JOBS}/new`} variant="contained" startIcon={<AddOutlined />}>
      {text('job.add')}
    </Button>
  )
  return (
    <Page title={text('job.title')} lead={text(mayManage ? 'job.lead' : 'job.ownLead')} actions={add}>
      <ListBase
        resource="jobs"
        storeKey={false}
        sort={{ field: 'title', order: 'ASC' }}
        perPage={50}
        disableAuthentication
      >
        <Filters />
        <ListFrame
          exported
          count="job.count"
          empty={
            <Blank
              icon={WorkOutlineOutlined}
              title={text(mayManage ? 'job.emptyTitle' : 'job.ownEmptyTitle')}
              action={add}
            >
              {text(mayManage ? 'job.emptyText' : 'job.ownEmptyText')}
            </Blank>
          }
        >
          <Rows />
        </ListFrame>
      </ListBase>
    </Page>
  )
}
