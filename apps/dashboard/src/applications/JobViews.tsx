import type { Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { PageTabs } from '../components/PageTabs.tsx'
import { useListAddress } from '../components/useListAddress.ts'
import { useText } from '../i18n/text.ts'
import { boardAddress, tableAddress } from './application-commands.ts'

interface JobViewsProps {
  job: Job
  lead?: ReactNode
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** A job seen three ways: its pipeline, its applications, and what it is. */
export const JobViews = ({ job, lead, actions, wide = false, children }: JobViewsProps) => {
  const text = useText()
  const tabs = [
    { to: boardAddress(job.id), label: text('application.toBoard') },
    { to: tableAddress(job.id), label: text('application.toTable') },
    { to: `/jobs/${job.id}`, label: text('application.toJob') },
  ]
  return (
    <Page
      title={job.title}
      wide={wide}
      above={<BackTo to={useListAddress('/jobs')}>{text('job.back')}</BackTo>}
      lead={lead}
      actions={actions}
    >
      <Box sx={{ borderBottom: 1, borderColor: 'divider', mb: 2.5 }}>
        <PageTabs label={text('application.views')} tabs={tabs} />
      </Box>
      {children}
    </Page>
  )
}
