import type { Comparison } from '@assay/contracts'
import Button from '@mui/material/Button'
import { Notice } from '../components/Notice.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { notPrinted } from '../scorecards/reading/reading-print.ts'
import { FairScoresSwitch } from './FairScoresSwitch.tsx'
import { type Fitting, useFitting } from './comparison-requests.ts'

/** How a computation that was asked for here goes on. */
const FittingNotice = ({ fitting: { fit, starting } }: { fitting: Fitting }) => {
  const text = useText()
  if (starting.problem) {
    return starting.problem.code === 'not_found' ? (
      <Notice kind="warning" title={text('comparison.fit.absent')}>
        {text('comparison.fit.absentText')}
      </Notice>
    ) : (
      <ProblemNotice problem={starting.problem} />
    )
  }
  if (fit?.status === 'queued' || fit?.status === 'running') {
    return <Notice kind="info" title={text(`comparison.fit.${fit.status}`)} />
  }
  if (fit?.status === 'refused') {
    return (
      <Notice kind="warning" title={text('comparison.fit.refused')}>
        {fit.because}
      </Notice>
    )
  }
  if (fit?.status === 'failed') {
    return (
      <Notice kind="error" title={text('comparison.fit.failed')}>
        {fit.because ?? text('comparison.fit.failedText')}
      </Notice>
    )
  }
  return null
}

/** How far the fair scores carry: none, made before the latest scorecard, or limited by who met whom. */
export const FitNotice = ({ comparison }: { comparison: Comparison }) => {
  const text = useText()
  const { fit, noFitBecause, fairScores, jobId } = comparison
  const fitting = useFitting(jobId)
  if (fairScores === 'off') {
    return (
      <Notice
        kind="info"
        title={text('comparison.fit.off')}
        action={<FairScoresSwitch comparison={comparison} />}
      >
        {noFitBecause}
      </Notice>
    )
  }
  const compute = !fitting.isAtWork && (
    <Button size="small" sx={notPrinted} onClick={() => void fitting.starting.send()}>
      {text(fit ? 'comparison.fit.again' : 'comparison.fit.compute')}
    </Button>
  )
  return (
    <>
      {!fit && (
        <Notice kind="info" title={text('comparison.fit.none')} action={compute}>
          {noFitBecause}
        </Notice>
      )}
      {fit?.status === 'stale' && (
        <Notice
          kind="warning"
          title={text('comparison.fit.stale', { time: formatMoment(fit.fittedAt) })}
          action={compute}
        >
          {fit.because ?? text('comparison.fit.staleText')}
        </Notice>
      )}
      {fit && fit.status !== 'stale' && fit.status !== 'fresh' && (
        <Notice kind="warning" title={text('comparison.fit.limited')} action={compute}>
          {fit.because}
        </Notice>
      )}
      <FittingNotice fitting={fitting} />
    </>
  )
}
