import type { Application } from '@assay/contracts'
import EventOutlined from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { useInterviewsOf } from './interview-requests.ts'
import { InterviewRows } from './InterviewRow.tsx'

/** The interviews of one application, and the way to the next one. */
export const InterviewsOf = ({ application }: { application: Application }) => {
  const text = useText()
  const mayManage = usePermitted('interviews.manage')
  const { data, error, refetch } = useInterviewsOf(application.id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const maySchedule = mayManage && application.status === 'active' && !application.heldBack
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, justifyItems: 'start' }}>
      {data.length > 0 ? (
        <Box sx={{ width: '100%' }}>
          <InterviewRows interviews={data} />
        </Box>
      ) : (
        <Typography color="textSecondary">{text('interview.none')}</Typography>
      )}
      {maySchedule && (
        <Button
          component={Link}
          to={`/applications/${application.id}/schedule`}
          variant="outlined"
          startIcon={<EventOutlined />}
        >
          {text('interview.schedule')}
        </Button>
      )}
    </Box>
  )
}
