import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ApiProblem } from '../../api/problem.ts'
import { Notice } from '../../components/Notice.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { useText } from '../../i18n/text.ts'
import type { StepKind } from './step-kinds.ts'

interface StepRefusedProps {
  kind: StepKind
  problem: ApiProblem | null
  onReload: () => void
}

/** The words are others than those on the page: nobody sends on what they have not read. */
export const isAboutOtherWords = (problem: ApiProblem | null): boolean =>
  problem?.code === 'revision_conflict'

/** Why the server did not take the step, and what can be done now. */
export const StepRefused = ({ kind, problem, onReload }: StepRefusedProps) => {
  const text = useText()
  if (!problem) return null
  const reload = (
    <Button size="small" variant="outlined" onClick={onReload}>
      {text('templateEditor.step.reload')}
    </Button>
  )
  if (isAboutOtherWords(problem)) {
    return (
      <Notice kind="warning" title={text('templateEditor.step.otherWords')} action={reload}>
        {text('templateEditor.step.otherWordsText')}{' '}
        {text(kind === 'publish' ? 'templateEditor.step.notPublished' : 'templateEditor.step.notDone')}
      </Notice>
    )
  }
  const isElsewhere = problem.code === 'step_refused' || problem.code === 'version_immutable'
  return (
    <>
      <ProblemNotice problem={problem} action={isElsewhere && reload} />
      {Object.values(problem.errors).map((reason) => (
        <Typography key={reason} variant="body2">
          {reason}
        </Typography>
      ))}
    </>
  )
}
