import type { RejectionReason } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { useReasonCommands } from './rejection-reason-requests.ts'

type OfReason = { reason: RejectionReason }

const Archiving = ({ reason: { id, name } }: OfReason) => {
  const text = useText()
  const notify = useNotify()
  const commands = useReasonCommands()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        size="small"
        aria-label={text('rejectionReason.archiveOf', { name })}
        onClick={() => setAsking(true)}
      >
        {text('rejectionReason.archive')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={text('rejectionReason.archiveTitle', { name })}
          verb={text('rejectionReason.archive')}
          onClose={() => setAsking(false)}
          work={async () => {
            await commands.archive(id)
            notify('rejectionReason.archived', { messageArgs: { name } })
          }}
        >
          {text('rejectionReason.archiveText')}
        </ConfirmDialog>
      )}
    </>
  )
}

/** The same words may be in use again by now: that is told here. */
const Restoring = ({ reason: { id, name } }: OfReason) => {
  const text = useText()
  const notify = useNotify()
  const commands = useReasonCommands()
  const submission = useSubmission(async () => {
    await commands.restore(id)
    notify('rejectionReason.restored', { messageArgs: { name } })
  })
  return (
    <>
      <SubmitButton
        type="button"
        size="small"
        variant="outlined"
        aria-label={text('rejectionReason.restoreOf', { name })}
        sending={submission.sending}
        onClick={() => void submission.send()}
      >
        {text('rejectionReason.restore')}
      </SubmitButton>
      <ProblemNotice problem={submission.problem} />
    </>
  )
}

/** Puts a reason away, or offers it again. */
export const ReasonKeeping = ({ reason }: OfReason) =>
  reason.archivedAt === null ? <Archiving reason={reason} /> : <Restoring reason={reason} />
