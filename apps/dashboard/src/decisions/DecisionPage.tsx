import type { Application, Decision, PresentSnapshot } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useParams } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { applicationAddress, useApplication } from '../applications/application-commands.ts'
import { comparisonAddress } from '../comparisons/comparison-requests.ts'
import { BackTo } from '../components/BackTo.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { useText } from '../i18n/text.ts'
import { scorecardsAddress } from '../scorecards/reading/scorecard-reading.ts'
import { standingOf } from './decision-form.ts'
import { useDecisionsOf, useSnapshot } from './decision-requests.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { DecisionRecord } from './DecisionRecord.tsx'

interface DecidingProps {
  application: Application
  decisions: readonly Decision[]
}

const Lead = ({ application }: { application: Application }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
      <span>{application.job.title}</span>
      <TextLink to={scorecardsAddress(application.id)}>{text('decision.read')}</TextLink>
      <TextLink to={comparisonAddress(application.job.id)}>{text('decision.compare')}</TextLink>
    </Box>
  )
}

const Recorded = ({
  decisions,
  onReplace,
}: {
  decisions: readonly Decision[]
  onReplace: ((decision: Decision) => void) | null
}) => {
  const text = useText()
  if (decisions.length === 0) return null
  return (
    <WideSection title={text('decision.history')} about={text('decision.historyAbout')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        {decisions.map((decision) => (
          <DecisionRecord
            key={decision.id}
            decision={decision}
            actions={
              onReplace &&
              decision.may.supersede.allowed && (
                <Button variant="outlined" onClick={() => onReplace(decision)}>
                  {text('decision.supersede')}
                </Button>
              )
            }
          />
        ))}
      </Box>
    </WideSection>
  )
}

/** A new decision may be written, or why not. */
const Deciding = ({ application, decisions, present }: DecidingProps & { present: PresentSnapshot }) => {
  const text = useText()
  const [replaces, setReplaces] = useState<Decision | null>(null)
  const mayMake = usePermitted('decisions.make')
  const standing = standingOf(decisions)
  const done = () => setReplaces(null)
  const form = { application, present, onDone: done }
  return (
    <>
      {replaces && <DecisionForm key={replaces.id} {...form} replaces={replaces} />}
      {!replaces && !standing && mayMake && application.status === 'active' && (
        <DecisionForm key={present.hash} {...form} />
      )}
      {!replaces && !standing && mayMake && application.status !== 'active' && (
        <Notice kind="info" title={text('decision.over')}>
          {text('decision.overText')}
        </Notice>
      )}
      {!mayMake && decisions.length === 0 && <Notice kind="info" title={text('decision.mayNot')} />}
      <Recorded decisions={decisions} onReplace={mayMake && !replaces ? setReplaces : null} />
    </>
  )
}

const Showing = (props: DecidingProps) => {
  const text = useText()
  const { application } = props
  const { data, error, refetch } = useSnapshot(application.id)
  return (
    <Page
      title={text('decision.title', { name: application.candidate.name })}
      above={<BackTo to={applicationAddress(application.id)}>{text('decision.back')}</BackTo>}
      lead={<Lead application={application} />}
    >
      {data ? (
        <Deciding {...props} present={data} />
      ) : error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : (
        <PageLoading />
      )}
    </Page>
  )
}

const Loading = ({ id }: { id: string }) => {
  const application = useApplication(id)
  const decisions = useDecisionsOf(id)
  if (application.data && decisions.data) {
    return <Showing application={application.data} decisions={decisions.data} />
  }
  const error = application.error ?? decisions.error
  if (!error) return <PageLoading />
  return (
    <ProblemState
      error={error}
      onRetry={() => void Promise.all([application.refetch(), decisions.refetch()])}
    />
  )
}

/** What people decide about an application, and what it rests on. */
export const DecisionPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="decisions.read">
      <Loading key={id} id={id} />
    </Permitted>
  )
}
