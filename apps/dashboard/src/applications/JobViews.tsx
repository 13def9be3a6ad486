import type { Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { usePermitted } from '../api/current-session.ts'
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
  /** Of the window, where it says more than the job's title. */
  windowTitle?: string
  children: ReactNode
}

/** A job seen in several ways: its pipeline, its applications, its candidates side by side, and what it is. */
export const JobViews = ({ job, lead, actions, wide = false, windowTitle, children }: JobViewsProps) => {
  const text = useText()
  const mayCompare = usePermitted('comparisons.read')
  const tabs = [
    { to: boardAddress(job.id), label: text('application.toBoard') },
    { to: tableAddress(job.id), label: text('application.toTable') },
    ...(mayCompare ? [{ to: `/jobs/${job.id}/comparison`, label: text('comparison.tab') }] : []),
    { to: `/jobs/${job.id}`, label: text('application.toJob') },
  ]
  return (
    <Page
      title={job.title}
      windowTitle={windowTitle ?? job.title}
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
