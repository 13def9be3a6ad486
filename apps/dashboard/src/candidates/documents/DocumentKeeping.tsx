import { type CandidateDocument, removeCandidateDocument } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useId, useState } from 'react'
import { usePermitted } from '../../api/current-session.ts'
import { Field } from '../../components/Field.tsx'
import { FormStack } from '../../components/FormStack.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useCommandForm } from '../../components/useCommandForm.ts'
import { useFirstFocus } from '../../components/useFirstFocus.ts'
import { useSubmission } from '../../components/useSubmission.ts'
import { useText } from '../../i18n/text.ts'
import { useDocumentCommands } from './document-requests.ts'

type OfDocument = { document: CandidateDocument }
type Closing = { onClose: () => void }

const RemoveForm = ({ document, onClose }: OfDocument & Closing) => {
  const text = useText()
  const notify = useNotify()
  const commands = useDocumentCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: removeCandidateDocument,
    start: { reason: '' },
    send: async ({ reason }) => {
      await commands.remove(document.id, reason)
      notify('document.removed')
      onClose()
    },
  })
  useFirstFocus(form, 'reason')
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{text('document.removeText')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('document.reason')} autoComplete="off" {...field('reason')} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending} color="error">
          {text('document.remove')}
        </SubmitButton>
      </Box>
    </FormStack>
  )
}

const Removing = ({ document }: OfDocument) => {
  const text = useText()
  const id = useId()
  const [asking, setAsking] = useState(false)
  const { name } = document
  const close = () => setAsking(false)
  return (
    <>
      <Button size="small" aria-label={text('document.removeOf', { name })} onClick={() => setAsking(true)}>
        {text('document.remove')}
      </Button>
      {asking && (
        <Dialog open onClose={close} maxWidth="sm" fullWidth aria-labelledby={id}>
          <DialogTitle id={id} sx={{ overflowWrap: 'anywhere' }}>
            {text('document.removeTitle', { name })}
          </DialogTitle>
          <DialogContent>
            <RemoveForm document={document} onClose={close} />
          </DialogContent>
        </Dialog>
      )}
    </>
  )
}

const Restoring = ({ document: { id, name } }: OfDocument) => {
  const text = useText()
  const notify = useNotify()
  const commands = useDocumentCommands()
  const submission = useSubmission(async () => {
    await commands.restore(id)
    notify('document.restored')
  })
  return (
    <>
      <SubmitButton
        type="button"
        size="small"
        variant="outlined"
        aria-label={text('document.restoreOf', { name })}
        sending={submission.sending}
        onClick={() => void submission.send()}
      >
        {text('document.restore')}
      </SubmitButton>
      <ProblemNotice problem={submission.problem} />
    </>
  )
}

/** Takes a document away, or brings it back. */
export const DocumentKeeping = ({ document }: OfDocument) => {
  if (!usePermitted('candidates.manage')) return null
  return document.removedAt === null ? <Removing document={document} /> : <Restoring document={document} />
}
