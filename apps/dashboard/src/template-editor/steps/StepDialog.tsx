import { versionReturn, type InterviewTemplateVersion, type VersionGap } from '@assay/contracts'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { ApiProblem } from '../../api/problem.ts'
import { Field } from '../../components/Field.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useFocusAtStart } from '../../components/useFocusAtStart.ts'
import { useSubmission } from '../../components/useSubmission.ts'
import { useText } from '../../i18n/text.ts'
import { GapList } from '../overview/GapList.tsx'
import { isNoted, needsComplete, stepFacts, type StepKind } from './step-kinds.ts'

interface StepDialogProps {
  kind: StepKind
  version: InterviewTemplateVersion
  gaps: readonly VersionGap[]
  work: (note: string) => Promise<void>
  onClose: () => void
  /** Shows the version as it is on the server now. */
  onReload: () => void
}

/** What happens then, in words: it depends on what is published now. */
const useConsequences = ({ kind, version }: StepDialogProps): string => {
  const text = useText()
  const { published, number } = version
  if (kind !== 'publish') return text(`templateEditor.step.${kind}.text`, { number })
  return published && published.id !== version.id
    ? text('templateEditor.step.publish.retires', { number, previous: published.number })
    : text('templateEditor.step.publish.text', { number })
}

/** The first thing to do is to write what is missing. */
const Incomplete = ({ kind, gaps, onClose }: StepDialogProps & { kind: 'submit' | 'publish' }) => {
  const id = useId()
  const text = useText()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>
        {text('templateEditor.step.incomplete', { smart_count: gaps.length })}
      </DialogTitle>
      <DialogContent
        sx={{ display: 'grid', gap: 1.5 }}
        onClick={({ target }) => leadsAway(target) && onClose()}
      >
        <Typography color="textSecondary">{text(`templateEditor.step.${kind}.missing`)}</Typography>
        <GapList gaps={gaps} />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {text('templateEditor.step.understood')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const leadsAway = (target: EventTarget): boolean => target instanceof Element && target.closest('a') !== null

const Refused = ({ problem, onReload }: { problem: ApiProblem | null; onReload: () => void }) => {
  const text = useText()
  if (!problem) return null
  const reasons = Object.values(problem.errors)
  const isElsewhere = problem.code === 'step_refused' || problem.code === 'version_immutable'
  return (
    <>
      <ProblemNotice
        problem={problem}
        action={
          isElsewhere && (
            <Button size="small" variant="outlined" onClick={onReload}>
              {text('templateEditor.step.reload')}
            </Button>
          )
        }
      />
      {reasons.map((reason) => (
        <Typography key={reason} variant="body2">
          {reason}
        </Typography>
      ))}
    </>
  )
}

/** A note that has to be there before it goes on. */
const useNote = ({ kind, version }: StepDialogProps) => {
  const text = useText()
  const first = useFocusAtStart()
  const [note, setNote] = useState(kind === 'return' ? '' : version.note)
  const [wanted, setWanted] = useState(false)
  const wrong = isNoted(kind) && versionReturn.safeParse({ note: note.trim() }).error?.issues[0]?.message
  const field = isNoted(kind) && (
    <Field
      inputRef={first}
      multiline
      minRows={2}
      label={text(`templateEditor.step.${kind}.note`)}
      hint={text(`templateEditor.step.${kind}.noteHint`)}
      error={(wanted && wrong) || undefined}
      value={note}
      onChange={({ target }) => setNote(target.value)}
    />
  )
  const ready = (): boolean => {
    setWanted(true)
    return !wrong
  }
  return { note: note.trim(), field, ready }
}

/** A step in a version's life: what follows from it first, then a note where one is due, then the verb. */
export const StepDialog = (props: StepDialogProps) => {
  const { kind, version, gaps, work, onClose, onReload } = props
  const text = useText()
  const id = useId()
  const note = useNote(props)
  const consequences = useConsequences(props)
  const submission = useSubmission(async () => {
    await work(note.note)
    onClose()
  })
  if (needsComplete(kind) && gaps.length > 0) return <Incomplete {...props} kind={kind} />
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>
        {text(`templateEditor.step.${kind}.title`, { number: version.number })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <Typography>{consequences}</Typography>
        {note.field}
        <Refused problem={submission.problem} onReload={onReload} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton
          type="button"
          color={stepFacts[kind].grave ? 'error' : 'primary'}
          sending={submission.sending}
          onClick={() => note.ready() && void submission.send()}
        >
          {text(`templateEditor.step.${kind}.verb`)}
        </SubmitButton>
      </DialogActions>
    </Dialog>
  )
}
