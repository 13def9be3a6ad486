import type { Application, Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useGetOne } from 'ra-core'
import { useParams } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { candidateAddress } from '../candidates/candidate-requests.ts'
import { BackTo } from '../components/BackTo.tsx'
import { Moment } from '../components/Moment.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { debriefAddress } from '../debriefs/debrief-requests.ts'
import { decisionAddress } from '../decisions/decision-requests.ts'
import { useText } from '../i18n/text.ts'
import { InterviewsOf } from '../interviews/InterviewsOf.tsx'
import { scorecardsAddress } from '../scorecards/reading/scorecard-reading.ts'
import { AdvanceButton } from './AdvanceButton.tsx'
import { boardAddress, useApplication } from './application-commands.ts'
import { ApplicationStatusMark } from './ApplicationStatusMark.tsx'
import { CommandMenu } from './CommandMenu.tsx'
import { HeldBackMark } from './HeldBackMark.tsx'
import { History } from './History.tsx'
import { LastChangeBar } from './LastChangeBar.tsx'
import { useCarrying } from './useCarrying.ts'

const Lead = ({ application }: { application: Application }) => {
  const text = useText()
  const { candidate, stage, status, source, appliedAt, heldBack, reason } = application
  const mayRead = usePermitted('candidates.read')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
      <span>{stage.name}</span>
      <ApplicationStatusMark status={status} />
      {reason && <span>{reason.name}</span>}
      <span>
        {text('application.applied')} <Moment at={appliedAt} />
      </span>
      {source && <span>{text('application.source', { source })}</span>}
      {heldBack && <HeldBackMark />}
      {mayRead && <TextLink to={candidateAddress(candidate.id)}>{text('application.toCandidate')}</TextLink>}
    </Box>
  )
}

const Showing = ({ application }: { application: Application }) => {
  const text = useText()
  const carrying = useCarrying()
  const mayReadDecisions = usePermitted('decisions.read')
  const { candidate, job, heldBack } = application
  const { data: opening } = useGetOne<Job>('jobs', { id: job.id })
  const commanded = { application, stages: opening?.stages ?? [], carrying }
  return (
    <Page
      title={candidate.name}
      above={<BackTo to={boardAddress(job.id)}>{text('application.backToJob', { title: job.title })}</BackTo>}
      lead={<Lead application={application} />}
      actions={
        <>
          <AdvanceButton {...commanded} />
          <CommandMenu {...commanded} />
        </>
      }
    >
      <Section title={text('interview.part')} about={text('interview.partAbout')}>
        <InterviewsOf application={application} />
      </Section>
      <Section title={text('scorecards.link')} about={text('scorecards.linkAbout')}>
        <TextLink to={scorecardsAddress(application.id)}>{text('scorecards.open')}</TextLink>
      </Section>
      <Section title={text('debrief.part')} about={text('debrief.partAbout')}>
        <TextLink to={debriefAddress(application.id)}>{text('debrief.open')}</TextLink>
      </Section>
      {mayReadDecisions && (
        <Section title={text('decision.part')} about={text('decision.partAbout')}>
          <TextLink to={decisionAddress(application.id)}>{text('decision.open')}</TextLink>
        </Section>
      )}
      <Section
        title={text('application.history')}
        about={text(heldBack ? 'application.historyHeld' : 'application.historyAbout')}
      >
        <History id={application.id} />
      </Section>
      <LastChangeBar carrying={carrying} />
    </Page>
  )
}

const Loading = ({ id }: { id: string }) => {
  const { data, error, refetch } = useApplication(id)
  if (data) return <Showing application={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

/** One application: where it stands, and how it came there. */
export const ApplicationPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="applications.read">
      <Loading key={id} id={id} />
    </Permitted>
  )
}
