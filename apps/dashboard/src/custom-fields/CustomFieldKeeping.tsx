import type { CustomField } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { CUSTOM_FIELDS, useCustomFieldCommands } from './custom-field-requests.ts'

type OfField = { field: CustomField }

/** Asks again what was put away. The name may be another field's by now: that is told here. */
export const RestoreField = ({ field: { id, name } }: OfField) => {
  const text = useText()
  const notify = useNotify()
  const commands = useCustomFieldCommands()
  const submission = useSubmission(async () => {
    await commands.restore(id)
    notify('customField.restored', { messageArgs: { name } })
  })
  return (
    <>
      <SubmitButton
        type="button"
        size="small"
        variant="outlined"
        aria-label={text('customField.restoreOf', { name })}
        sending={submission.sending}
        onClick={() => void submission.send()}
      >
        {text('customField.restore')}
      </SubmitButton>
      <ProblemNotice problem={submission.problem} />
    </>
  )
}

const ArchiveDialog = ({ field: { id, name }, onClose }: OfField & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useCustomFieldCommands()
  return (
    <ConfirmDialog
      title={text('customField.archiveTitle', { name })}
      verb={text('customField.archive')}
      onClose={onClose}
      work={async () => {
        await commands.archive(id)
        notify('customField.archived', { messageArgs: { name } })
      }}
    >
      {text('customField.archiveText')}
    </ConfirmDialog>
  )
}

const RemoveDialog = ({ field: { id, name }, onClose }: OfField & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useCustomFieldCommands()
  return (
    <ConfirmDialog
      grave
      title={text('customField.removeTitle', { name })}
      verb={text('customField.remove')}
      onClose={onClose}
      work={async () => {
        await commands.remove(id)
        notify('customField.removed', { messageArgs: { name } })
        void navigate(CUSTOM_FIELDS, { replace: true })
      }}
    >
      {text('customField.removeText')}
    </ConfirmDialog>
  )
}

/** What is done with a field as a whole. */
export const CustomFieldKeeping = ({ field }: OfField) => {
  const text = useText()
  const [asking, setAsking] = useState<'archive' | 'remove' | null>(null)
  const close = () => setAsking(null)
  return (
    <>
      {field.archivedAt === null ? (
        <Button variant="outlined" onClick={() => setAsking('archive')}>
          {text('customField.archive')}
        </Button>
      ) : (
        <RestoreField field={field} />
      )}
      <Button color="error" onClick={() => setAsking('remove')}>
        {text('customField.remove')}
      </Button>
      {asking === 'archive' && <ArchiveDialog field={field} onClose={close} />}
      {asking === 'remove' && <RemoveDialog field={field} onClose={close} />}
    </>
  )
}
