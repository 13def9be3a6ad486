import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ApiProblem } from '../../api/problem.ts'
import { Notice } from '../../components/Notice.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { useText } from '../../i18n/text.ts'
import { PlaceLink } from '../overview/PlaceLink.tsx'
import type { HeldPlace } from './held-places.ts'
import type { StepKind } from './step-kinds.ts'

interface StepRefusedProps {
  kind: StepKind
  problem: ApiProblem | null
  /** What says something else now. */
  changed: readonly HeldPlace[]
  onReload: () => void
}

/** The words are others than those on the page: nobody sends on what they have not read. */
export const isAboutOtherWords = (problem: ApiProblem | null): boolean =>
  problem?.code === 'revision_conflict'

/** Why the server did not take the step, and what can be done now. */
export const StepRefused = ({ kind, problem, changed, onReload }: StepRefusedProps) => {
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
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, '&:empty': { display: 'none' } }}>
          {changed.map(({ place, words }) => (
            <li key={words}>
              <PlaceLink place={place}>{words}</PlaceLink>
            </li>
          ))}
        </Box>
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
