import { createSavedView, type SavedView } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useId, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { Choice } from '../components/Choice.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useText } from '../i18n/text.ts'
import { useSavedViewCommands, useSavedViews, viewQuery } from './saved-view-requests.ts'

interface KeepProps {
  resource: string
  query: string
  onClose: () => void
}

const shape = createSavedView.pick({ name: true })

const KeepForm = ({ resource, query, onClose }: KeepProps) => {
  const text = useText()
  const notify = useNotify()
  const commands = useSavedViewCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape,
    start: { name: '' },
    send: async ({ name }) => {
      await commands.keep({ resource, name, query })
      notify('savedView.kept', { messageArgs: { name } })
      onClose()
    },
  })
  useFirstFocus(form, 'name')
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{text('savedView.keepLead')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('savedView.name')} autoComplete="off" {...field('name')} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('savedView.keep')}</SubmitButton>
      </Box>
    </FormStack>
  )
}

const KeepDialog = (props: KeepProps) => {
  const text = useText()
  const id = useId()
  return (
    <Dialog open onClose={props.onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('savedView.keepTitle')}</DialogTitle>
      <DialogContent>
        <KeepForm {...props} />
      </DialogContent>
    </Dialog>
  )
}

const RemoveDialog = ({ view: { id, name }, onClose }: { view: SavedView; onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useSavedViewCommands()
  return (
    <ConfirmDialog
      title={text('savedView.removeTitle', { name })}
      verb={text('savedView.remove')}
      onClose={onClose}
      work={async () => {
        await commands.remove(id)
        notify('savedView.removed')
      }}
    >
      {text('savedView.removeText')}
    </ConfirmDialog>
  )
}

const bar = { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 1.5, mb: 2 } as const

/** Filters and order of the list that one has kept under a name, and the way to keep these. */
export const SavedViews = ({ resource }: { resource: string }) => {
  const text = useText()
  const navigate = useNavigate()
  const query = viewQuery(useLocation().search)
  const views = useSavedViews(resource)
  const [asking, setAsking] = useState<'keep' | 'remove' | null>(null)
  const current = views.find((view) => view.query === query)
  const close = () => setAsking(null)
  if (views.length === 0 && query === '') return null
  return (
    <Box sx={bar}>
      {views.length > 0 && (
        <Box sx={{ flex: '0 1 260px', minWidth: 0 }}>
          <Choice
            size="small"
            label={text('savedView.label')}
            value={current?.id ?? ''}
            options={[
              { value: '', label: text('savedView.none') },
              ...views.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target }) => {
              const chosen = views.find(({ id }) => id === target.value)
              void navigate(`/${resource}?${chosen?.query ?? ''}`)
            }}
          />
        </Box>
      )}
      {query !== '' && !current && (
        <Button variant="outlined" onClick={() => setAsking('keep')}>
          {text('savedView.keep')}
        </Button>
      )}
      {current && <Button onClick={() => setAsking('remove')}>{text('savedView.remove')}</Button>}
      {asking === 'keep' && <KeepDialog resource={resource} query={query} onClose={close} />}
      {asking === 'remove' && current && <RemoveDialog view={current} onClose={close} />}
    </Box>
  )
}
