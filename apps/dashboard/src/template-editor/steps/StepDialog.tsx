import { versionReturn, type InterviewTemplateVersion, type VersionGap } from '@assay/contracts'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { heldSession } from '../../api/current-session.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { Field } from '../../components/Field.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useFocusAtStart } from '../../components/useFocusAtStart.ts'
import { useSubmission } from '../../components/useSubmission.ts'
import { useText } from '../../i18n/text.ts'
import { OvertakenNotice } from '../notices/EditorNotices.tsx'
import type { HeldPlace } from './held-places.ts'
import { Incomplete, leadsAway, NotSaved } from './Obstacles.tsx'
import { isNoted, needsComplete, stepFacts, wordsFor, type StepKind } from './step-kinds.ts'
import { isAboutOtherWords, StepRefused } from './StepRefused.tsx'

interface StepDialogProps {
  kind: StepKind
  version: InterviewTemplateVersion
  gaps: readonly VersionGap[]
  held: readonly HeldPlace[]
  /** What says something else since it was read, when the step was refused for that. */
  changed: readonly HeldPlace[]
  work: (note: string) => Promise<void>
  onClose: () => void
  /** Shows the version as it is on the server now; the problem may hold it. */
  onReload: (problem: ApiProblem | null) => void
}

/** What happens then, in words: it depends on what is published now. */
const useConsequences = ({ kind, version }: StepDialogProps): string => {
  const text = useText()
  const { published, number } = version
  const words = wordsFor(kind, version, heldSession())
  if (words !== 'publish') return text(`templateEditor.step.${words}.text`, { number })
  return published && published.id !== version.id
    ? text('templateEditor.step.publish.retires', { number, previous: published.number })
    : text('templateEditor.step.publish.text', { number })
}

/** A note that has to be there before it goes on. */
const useNote = ({ kind, version }: StepDialogProps) => {
  const text = useText()
  const first = useFocusAtStart()
  const words = wordsFor(kind, version, heldSession())
  // Who takes back what is their own owes nobody a reason.
  const begun = words === 'takeBack' ? text('templateEditor.step.takeBack.reason') : ''
  const [note, setNote] = useState(kind === 'return' ? begun : version.note)
  const [wanted, setWanted] = useState(false)
  const wrong = isNoted(kind) && versionReturn.safeParse({ note: note.trim() }).error?.issues[0]?.message
  const field = words !== 'retire' && words !== 'discard' && (
    <Field
      inputRef={first}
      multiline
      minRows={2}
      label={text(`templateEditor.step.${words}.note`)}
      hint={text(`templateEditor.step.${words}.noteHint`)}
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
  const { kind, version, gaps, held, changed, work, onClose, onReload } = props
  const text = useText()
  const id = useId()
  const words = wordsFor(kind, version, heldSession())
  const note = useNote(props)
  const consequences = useConsequences(props)
  const submission = useSubmission(async () => {
    await work(note.note)
    onClose()
  })
  const reload = () => onReload(submission.problem)
  const leave = isAboutOtherWords(submission.problem) ? reload : onClose
  if (needsComplete(kind) && held.length > 0) return <NotSaved held={held} onClose={onClose} />
  if (needsComplete(kind) && gaps.length > 0) return <Incomplete kind={kind} gaps={gaps} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>
        {text(`templateEditor.step.${words}.title`, { number: version.number })}
      </DialogTitle>
      <DialogContent
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}
        onClick={({ target }) => leadsAway(target) && leave()}
      >
        {kind === 'publish' && <OvertakenNotice version={version} />}
        <Typography>{consequences}</Typography>
        {note.field}
        <StepRefused kind={kind} problem={submission.problem} changed={changed} onReload={reload} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        {!isAboutOtherWords(submission.problem) && (
          <SubmitButton
            type="button"
            color={stepFacts[kind].grave ? 'error' : 'primary'}
            sending={submission.sending}
            onClick={() => note.ready() && void submission.send()}
          >
            {text(`templateEditor.step.${words}.verb`)}
          </SubmitButton>
        )}
      </DialogActions>
    </Dialog>
  )
}
