import type { InterviewRoom } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useEffectEvent, useState } from 'react'
import { Notice } from '../../components/Notice.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import type { Steps } from './useSteps.ts'

interface StepAreaProps {
  scorecard: InterviewRoom['scorecard']
  steps: Steps
  /** An amendment is being written. */
  amending: boolean
  complete: boolean
  onAmend: () => void
  /** Asks before it is sent. */
  onSend: () => void
  onOver: () => void
}

/** The server's clock decides: where this one is ahead of it, the question is asked again, and not at once. */
const ASK_AGAIN = 1_500

/** Whole seconds until then; 0 afterwards, until the server says that it is over. */
const useSecondsUntil = (moment: string | null, onOver: () => void): number => {
  const [now, setNow] = useState(() => Date.now())
  const left = moment === null ? 0 : Math.max(0, Math.ceil((Date.parse(moment) - now) / 1_000))
  const ask = useEffectEvent(onOver)
  const isOver = moment !== null && left === 0
  useEffect(() => {
    if (isOver) {
      const asking = setInterval(ask, ASK_AGAIN)
      return () => clearInterval(asking)
    }
    const ticking = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(ticking)
  }, [isOver])
  return left
}

const Recall = ({ scorecard, steps, onOver }: Pick<StepAreaProps, 'scorecard' | 'steps' | 'onOver'>) => {
  const text = useText()
  const left = useSecondsUntil(scorecard.recallUntil, onOver)
  return (
    <Notice
      kind="success"
      title={text('scorecard.step.submitted')}
      action={
        <>
          <Button
            size="small"
            variant="outlined"
            disabled={steps.sending}
            onClick={() => void steps.recall()}
          >
            {text('scorecard.step.recall')}
          </Button>
          <Button size="small" disabled={steps.sending} onClick={() => void steps.giveUpRecall()}>
            {text('scorecard.step.giveUp')}
          </Button>
        </>
      }
    >
      {text('scorecard.step.recallUntil', { smart_count: left })}
    </Notice>
  )
}

const Released = ({ scorecard, onAmend }: Pick<StepAreaProps, 'scorecard' | 'onAmend'>) => {
  const text = useText()
  return (
    <Notice
      kind="success"
      title={text('scorecard.step.released')}
      action={
        scorecard.may.write.allowed && (
          <Button size="small" variant="outlined" onClick={onAmend}>
            {text('scorecard.step.write')}
          </Button>
        )
      }
    >
      <TextLink to={`/applications/${scorecard.applicationId}/scorecards`}>
        {text('scorecard.step.readOthers')}
      </TextLink>
    </Notice>
  )
}

/** At the end of the scorecard: submitting it, and what comes after. */
export const StepArea = (props: StepAreaProps) => {
  const text = useText()
  const { scorecard, steps, amending, complete, onSend } = props
  const { status, may, recallUntil } = scorecard
  if (!may.write.allowed && status === 'draft') {
    return <Notice kind="info" title={text('room.over', { because: may.write.because })} />
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <ProblemNotice problem={steps.problem} />
      {status === 'submitted' && !amending ? (
        recallUntil === null ? (
          <Released {...props} />
        ) : (
          <Recall {...props} />
        )
      ) : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
          <Button variant={complete ? 'contained' : 'outlined'} disabled={steps.sending} onClick={onSend}>
            {text(amending ? 'scorecard.step.amend' : 'scorecard.step.submit')}
          </Button>
          <Typography variant="caption" color="textSecondary">
            Ctrl ↵
          </Typography>
        </Box>
      )}
    </Box>
  )
}
