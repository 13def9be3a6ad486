import type { Interview } from '@assay/contracts'
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useParams } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { applicationAddress } from '../applications/application-commands.ts'
import { BackTo } from '../components/BackTo.tsx'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { PersonMark } from '../components/PersonMark.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { useText } from '../i18n/text.ts'
import { InterviewPreview } from '../template-editor/preview/InterviewPreview.tsx'
import { EndInterview } from './EndInterview.tsx'
import { roomAddress, useInterview, useKit } from './interview-requests.ts'
import { InterviewStatusMark } from './InterviewRow.tsx'
import { Resumes } from './Resumes.tsx'
import { formatInZone } from './wall-clock.ts'

const Panel = ({ panel }: Pick<Interview, 'panel'>) => {
  const text = useText()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1 }}>
      {panel.map(({ userId, name, shadow, owes }) => (
        <Box
          component="li"
          key={userId}
          sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
        >
          <PersonMark name={name} size={28} />
          <span>{name}</span>
          {shadow && <Box sx={{ color: 'text.secondary' }}>{text('interview.shadow')}</Box>}
          {owes !== null && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {text(owes ? 'interview.owes' : 'interview.owesNot')}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}

const Facts = ({ interview }: { interview: Interview }) => {
  const text = useText()
  const { startsAt, timeZone, place, link, job, endedBecause } = interview
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <time dateTime={startsAt}>
        {text('interview.zoned', {
          time: formatInZone(startsAt, timeZone),
          zone: timeZone.replaceAll('_', ' '),
        })}
      </time>
      {place && <span>{place}</span>}
      {link && (
        <TextLink to={link} target="_blank" rel="noreferrer" sx={{ overflowWrap: 'anywhere' }}>
          {link}
        </TextLink>
      )}
      <span>{job.title}</span>
      {endedBecause && <span>{text('interview.because', { because: endedBecause })}</span>}
    </Box>
  )
}

const Kit = ({ id }: { id: string }) => {
  const { data, error, refetch } = useKit(id)
  if (data) return <InterviewPreview content={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

const Actions = ({ interview }: { interview: Interview }) => {
  const text = useText()
  const mayManage = usePermitted('interviews.manage') && interview.status === 'scheduled'
  return (
    <>
      <DownloadButton path={`/interviews/${interview.id}/calendar`} fileName="interview.ics">
        {text('interview.addCalendar')}
      </DownloadButton>
      {interview.ownScorecard && (
        <Button
          component={Link}
          to={roomAddress(interview.ownScorecard.id)}
          variant="contained"
          startIcon={<AssignmentOutlined />}
        >
          {text(`interview.room.${interview.ownScorecard.status}`)}
        </Button>
      )}
      {mayManage && (
        <>
          <EndInterview interview={interview} />
          <Button
            component={Link}
            to={`/interviews/${interview.id}/edit`}
            variant="outlined"
            startIcon={<EditOutlined />}
          >
            {text('interview.edit')}
          </Button>
        </>
      )}
    </>
  )
}

const Showing = ({ interview }: { interview: Interview }) => {
  const text = useText()
  const maySeeApplication = usePermitted('applications.read')
  const { candidate, template, status, applicationId } = interview
  return (
    <Page
      title={text('interview.title', { template: template.name, name: candidate.name })}
      above={
        maySeeApplication ? (
          <BackTo to={applicationAddress(applicationId)}>{candidate.name}</BackTo>
        ) : (
          <BackTo to="/">{text('interview.backHome')}</BackTo>
        )
      }
      lead={status === 'scheduled' ? undefined : <InterviewStatusMark status={status} />}
      actions={<Actions interview={interview} />}
    >
      <Section title={text('interview.facts')}>
        <Facts interview={interview} />
      </Section>
      <Section title={text('interview.panelTitle')}>
        <Panel panel={interview.panel} />
      </Section>
      <Section title={text('interview.resume.title')}>
        <Resumes id={interview.id} />
      </Section>
      <WideSection title={text('interview.kit')} about={text('interview.kitAbout')}>
        <Kit id={interview.id} />
      </WideSection>
    </Page>
  )
}

const Loading = ({ id }: { id: string }) => {
  const { data, error, refetch } = useInterview(id)
  if (data) return <Showing interview={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

/** One interview: when, where, with whom, and what to ask. */
export const InterviewPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="interviews.read">
      <Loading key={id} id={id} />
    </Permitted>
  )
}
