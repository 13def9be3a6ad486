import type { ScorecardsOfApplication } from '@assay/contracts'
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined'
import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import { useParams } from 'react-router'
import { usePermitted } from '../../api/current-session.ts'
import { applicationAddress } from '../../applications/application-commands.ts'
import { BackTo } from '../../components/BackTo.tsx'
import { Blank } from '../../components/Blank.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { PageLoading } from '../../components/PageLoading.tsx'
import { Permitted } from '../../components/Permitted.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { TextLink } from '../../components/TextLink.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { debriefAddress } from '../../debriefs/debrief-requests.ts'
import { useText } from '../../i18n/text.ts'
import { BreakGlass } from './BreakGlass.tsx'
import { ByCompetency } from './ByCompetency.tsx'
import { ByPerson } from './ByPerson.tsx'
import { ByQuestion } from './ByQuestion.tsx'
import { GlassBreaks } from './GlassBreaks.tsx'
import { PrintScorecards } from './PrintScorecards.tsx'
import { onPaper } from './reading-print.ts'
import { useScorecardsOf } from './scorecard-reading.ts'

const Written = ({ scorecards, interviews }: ScorecardsOfApplication) => {
  const text = useText()
  if (scorecards.length === 0) {
    return (
      <Blank icon={AssignmentOutlined} title={text('scorecards.none')}>
        {text('scorecards.noneText')}
      </Blank>
    )
  }
  return (
    <>
      <WideSection title={text('scorecards.byPerson')}>
        <ByPerson scorecards={scorecards} held={interviews} />
      </WideSection>
      <WideSection title={text('scorecards.byCompetency')} about={text('scorecards.byCompetencyAbout')}>
        <ByCompetency scorecards={scorecards} held={interviews} />
      </WideSection>
      <WideSection title={text('scorecards.byQuestion')}>
        <ByQuestion scorecards={scorecards} held={interviews} />
      </WideSection>
    </>
  )
}

const Loading = ({ id }: { id: string }) => {
  const text = useText()
  const maySeeApplication = usePermitted('applications.read')
  const { data, error, refetch } = useScorecardsOf(id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Page
      wide
      title={text('scorecards.title', { name: data.candidate.name })}
      lead={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
          <span>{data.job.title}</span>
          <TextLink to={debriefAddress(id)}>{text('debrief.open')}</TextLink>
        </Box>
      }
      actions={
        data.scorecards.length > 0 && (
          <PrintScorecards path={`/applications/${encodeURIComponent(id)}/scorecards.pdf`} />
        )
      }
      above={
        maySeeApplication ? (
          <BackTo to={applicationAddress(id)}>{text('scorecards.back')}</BackTo>
        ) : (
          <BackTo to="/">{text('interview.backHome')}</BackTo>
        )
      }
    >
      <GlobalStyles styles={onPaper} />
      <Box sx={{ display: 'grid', gap: 1.5, mb: 3, '&:empty': { display: 'none' } }}>
        {data.owes && !data.brokeTheGlass && <BreakGlass applicationId={id} />}
        {data.owes && data.brokeTheGlass && (
          <Notice kind="info" title={text('scorecards.owes')}>
            {text('scorecards.owesBroken')}
          </Notice>
        )}
        <GlassBreaks glassBreaks={data.glassBreaks} />
      </Box>
      <Written {...data} />
    </Page>
  )
}

/** What a panel submitted on one application, beside each other. Ratings as they were given. */
export const ScorecardsPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="scorecards.read">
      <Loading key={id} id={id} />
    </Permitted>
  )
}
