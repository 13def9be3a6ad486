import type { Interview, Notice as News } from '@assay/contracts'
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ComponentType } from 'react'
import { Link as RouterLink } from 'react-router'
import { Blank } from '../components/Blank.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { decisionAddress } from '../decisions/decision-requests.ts'
import { useText } from '../i18n/text.ts'
import { useInterviewCommands, useMyInterviews, useNews } from './interview-requests.ts'
import { InterviewRows } from './InterviewRow.tsx'
import { OwedScorecard, OwnScorecard } from './OwnScorecard.tsx'
import { formatDayInZone, formatInZone } from './wall-clock.ts'

const Part = <Row extends Interview>({
  title,
  about,
  interviews,
  Aside,
}: {
  title: string
  about?: string
  interviews: readonly Row[]
  Aside?: ComponentType<{ interview: Row }>
}) => (
  <Box component="section">
    <Typography variant="h3" component="h2">
      {title}
    </Typography>
    {about && (
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25, maxWidth: '68ch' }}>
        {about}
      </Typography>
    )}
    <Box sx={{ mt: 1.25 }}>
      <InterviewRows interviews={interviews} own Aside={Aside} />
    </Box>
  </Box>
)

const DecisionLine = ({ news }: { news: News }) => {
  const text = useText()
  const { kind, startsAt, timeZone, about, person, applicationId } = news
  const time = formatInZone(startsAt, timeZone)
  if (person === null) return <li>{text('interview.notices.colleague', { time })}</li>
  return (
    <li>
      {text(`interview.notices.${kind}`, { ...about, person })}{' '}
      <Link component={RouterLink} to={decisionAddress(applicationId ?? '')}>
        {text('interview.notices.decision_link')}
      </Link>
    </li>
  )
}

const Line = ({ news }: { news: News }) => {
  const text = useText()
  const { kind, startsAt, timeZone, about, person, snooze } = news
  const time = formatInZone(startsAt, timeZone)
  if (kind === 'scorecard_late' || kind === 'scorecard_snoozed') {
    // While its reader owes a scorecard themselves they are not told how far others are.
    if (person === null) return <li>{text('interview.notices.colleague', { time })}</li>
    const day = snooze && formatDayInZone(snooze.until, timeZone)
    const told = kind === 'scorecard_snoozed' && day === null ? 'scorecard_snooze_over' : kind
    return <li>{text(`interview.notices.${told}`, { ...about, person, day, because: snooze?.because })}</li>
  }
  if (kind === 'reopening_refused' && person === null) {
    return <li>{text('interview.notices.some_reopening_refused', { time })}</li>
  }
  if (kind.startsWith('decision_')) return <DecisionLine news={news} />
  if (kind === 'reopening_asked' || kind === 'reopening_refused') {
    if (person === null) return <li>{text('interview.notices.colleague', { time })}</li>
    return <li>{text(`interview.notices.${kind}`, { ...about, person })}</li>
  }
  // Whoever sits on that panel no longer is told when it was to be, and nothing about the person.
  const told = about === null && kind !== 'cancelled' ? 'left' : kind
  return <li>{text(`interview.notices.${told}`, { ...about, time })}</li>
}

const WhatIsNew = () => {
  const text = useText()
  const commands = useInterviewCommands()
  const { data = [] } = useNews()
  if (data.length === 0) return null
  return (
    <Notice
      kind="info"
      title={text('interview.notices.title')}
      action={
        <Button size="small" onClick={() => void commands.readNews()}>
          {text('interview.notices.readAll')}
        </Button>
      }
    >
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {data.map((news) => (
          <Line key={news.id} news={news} />
        ))}
      </Box>
    </Notice>
  )
}

const isToday = ({ startsAt }: Interview): boolean =>
  new Date(startsAt).toDateString() === new Date().toDateString()

/**
 * What waits for whoever is signed in: scorecards owed, interviews of today, interviews to prepare. `quiet` says nothing
 * when there is nothing.
 */
export const MyInterviews = ({ quiet }: { quiet: boolean }) => {
  const text = useText()
  const { data, error, refetch } = useMyInterviews()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const today = data.upcoming.filter(isToday)
  const later = data.upcoming.filter((interview) => !isToday(interview))
  const nothing = data.owed.length === 0 && data.upcoming.length === 0
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3, mb: 3 }}>
      <WhatIsNew />
      {nothing && !quiet && (
        <Paper variant="outlined" sx={{ borderRadius: 1.5 }}>
          <Blank icon={EventAvailableOutlined} title={text('interview.mine.none')}>
            {text('interview.mine.noneText')}
          </Blank>
        </Paper>
      )}
      {data.owed.length > 0 && (
        <Part
          title={text('interview.mine.owedTitle')}
          about={text('interview.mine.owedAbout')}
          interviews={data.owed}
          Aside={OwedScorecard}
        />
      )}
      {today.length > 0 && (
        <Part title={text('interview.mine.todayTitle')} interviews={today} Aside={OwnScorecard} />
      )}
      {later.length > 0 && <Part title={text('interview.mine.laterTitle')} interviews={later} />}
    </Box>
  )
}
