import { type ApplicationCommand, applicationCommands } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useText } from '../i18n/text.ts'
import { useReasons } from './application-commands.ts'

export type EndVerb = 'reject' | 'withdraw'

interface EndDialogProps {
  verb: EndVerb
  name: string
  onClose: () => void
  /** The dialog closes when it answers true. */
  onChosen: (command: ApplicationCommand) => Promise<boolean>
}

const EndForm = ({ verb, onClose, onChosen }: EndDialogProps) => {
  const text = useText()
  const reasons = useReasons(verb === 'reject' ? 'ours' : 'theirs')
  const { submission, submit, field } = useCommandForm({
    shape: applicationCommands.reject,
    start: { reasonId: '', note: '' },
    send: async (facts) => {
      if (await onChosen({ do: verb, ...facts })) onClose()
    },
  })
  return (
    <FormStack onSubmit={submit}>
      <Choice
        label={text('application.reason')}
        options={[
          { value: '', label: text('application.reasonNone') },
          ...reasons.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...field('reasonId')}
      />
      <Field
        label={text('application.note')}
        hint={text('application.noteHint')}
        multiline
        minRows={3}
        {...field('note')}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending} color={verb === 'reject' ? 'error' : 'primary'}>
          {text(`application.verb.${verb}`)}
        </SubmitButton>
      </Box>
    </FormStack>
  )
}

/** An application ends with a reason, by us or by the candidate. */
export const EndDialog = (props: EndDialogProps) => {
  const text = useText()
  const id = useId()
  return (
    <Dialog open onClose={props.onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text(`application.${props.verb}Title`, { name: props.name })}</DialogTitle>
      <DialogContent>
        <EndForm {...props} />
      </DialogContent>
    </Dialog>
  )
}
