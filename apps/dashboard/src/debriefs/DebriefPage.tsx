import type { Debrief } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useParams } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { applicationAddress } from '../applications/application-commands.ts'
import { comparisonAddress } from '../comparisons/comparison-requests.ts'
import { BackTo } from '../components/BackTo.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { decisionAddress } from '../decisions/decision-requests.ts'
import { useText } from '../i18n/text.ts'
import { scorecardsAddress } from '../scorecards/reading/scorecard-reading.ts'
import { useDebrief } from './debrief-requests.ts'
import { DebriefAgenda } from './DebriefAgenda.tsx'
import { DebriefNotes } from './DebriefNotes.tsx'
import { DebriefStateMark } from './DebriefStateMark.tsx'
import { GoingOn } from './GoingOn.tsx'
import { namesOf } from './names-of.ts'
import { OwnVote } from './OwnVote.tsx'
import { Recommendations } from './Recommendations.tsx'
import { Votes } from './Votes.tsx'

const Lead = ({ debrief: { applicationId, job, state } }: { debrief: Debrief }) => {
  const text = useText()
  const mayCompare = usePermitted('comparisons.read')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
      <span>{job.title}</span>
      <DebriefStateMark state={state} />
      <TextLink to={scorecardsAddress(applicationId)}>{text('debrief.read')}</TextLink>
      {mayCompare && <TextLink to={comparisonAddress(job.id)}>{text('debrief.compare')}</TextLink>}
    </Box>
  )
}

/** Whoever owes reads the same words whatever the others did. */
const NotOpen = ({ debrief: { state, owing } }: { debrief: Debrief }) => {
  const text = useText()
  if (state === 'withheld') {
    return (
      <Notice kind="info" title={text('debrief.withheld')}>
        {text('debrief.withheldText')}
      </Notice>
    )
  }
  return (
    <Notice kind="info" title={text('debrief.waiting')}>
      {owing.length > 0
        ? text('debrief.waitingFor', { names: namesOf(owing) })
        : text('debrief.waitingNobody')}
    </Notice>
  )
}

const Open = ({ debrief, id }: { debrief: Debrief; id: string }) => {
  const text = useText()
  const mayDecide = usePermitted('decisions.read')
  const { agenda, votes, state, owing, applicationId } = debrief
  if (!agenda || !votes || state === 'withheld' || state === 'waiting') return null
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5, mb: 3 }}>
        <Notice kind="info" title={text(`debrief.state.${state}`)}>
          {text(`debrief.step.${state}`)}
        </Notice>
        {owing.length > 0 && (
          <Notice kind="warning" title={text('debrief.alsoOwing', { names: namesOf(owing) })} />
        )}
      </Box>
      <WideSection title={text('debrief.agenda')} about={text('debrief.agendaAbout')}>
        <DebriefAgenda agenda={agenda} />
      </WideSection>
      <WideSection
        title={text('debrief.recommendations')}
        about={text(
          agenda.recommendationsDiffer ? 'debrief.recommendationsDiffer' : 'debrief.recommendationsAgree',
        )}
      >
        <Recommendations recommendations={agenda.recommendations} />
      </WideSection>
      {state !== 'reading' && <DebriefNotes debrief={debrief} id={id} />}
      {state !== 'closed' && <OwnVote debrief={debrief} votes={votes} id={id} />}
      <WideSection title={text('debrief.votes')} about={text('debrief.votesAbout')}>
        <Votes votes={votes} />
      </WideSection>
      <GoingOn debrief={debrief} votes={votes} id={id} />
      {mayDecide && state !== 'reading' && (
        <Box sx={{ pt: 1 }}>
          <TextLink to={decisionAddress(applicationId)}>{text('debrief.decide')}</TextLink>
        </Box>
      )}
    </>
  )
}

const Loading = ({ id }: { id: string }) => {
  const text = useText()
  const maySeeApplication = usePermitted('applications.read')
  const { data, error, refetch, isFetching } = useDebrief(id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Page
      title={text('debrief.title', { name: data.candidate.name })}
      lead={<Lead debrief={data} />}
      actions={
        <Button variant="outlined" aria-disabled={isFetching || undefined} onClick={() => void refetch()}>
          {text('debrief.lookAgain')}
        </Button>
      }
      above={
        maySeeApplication ? (
          <BackTo to={applicationAddress(id)}>{text('debrief.back')}</BackTo>
        ) : (
          <BackTo to="/">{text('interview.backHome')}</BackTo>
        )
      }
    >
      {data.id === null ? <NotOpen debrief={data} /> : <Open debrief={data} id={data.id} />}
    </Page>
  )
}

/** A panel's meeting on one application: what it differs on, its votes before talking and after, its notes. */
export const DebriefPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="debriefs.take-part">
      <Loading key={id} id={id} />
    </Permitted>
  )
}
