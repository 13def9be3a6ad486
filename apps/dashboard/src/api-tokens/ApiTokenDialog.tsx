import { createApiToken, tokenScopes, type Permission, type createdApiToken } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { useCurrentSession } from '../api/current-session.ts'
import { request } from '../api/request.ts'
import { Choice } from '../components/Choice.tsx'
import { CopyField } from '../components/CopyField.tsx'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { leaveBy } from '../components/unsaved.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { formatList, formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { ScopeChoice } from './ScopeChoice.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'

type Created = z.infer<typeof createdApiToken>

const DAYS = [7, 30, 90, 365]

const Made = ({ token, onClose }: { token: Created; onClose: () => void }) => {
  const text = useText()
  const list = formatList(token.scopes.map((scope) => text(`permission.${scope}`)))
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{text('apiToken.made', { list, moment: formatMoment(token.expiresAt) })}</Typography>
      <CopyField label={text('apiToken.secret')} value={token.token} />
      <Button variant="contained" onClick={onClose} sx={{ justifySelf: 'end' }}>
        {text('apiToken.copied')}
      </Button>
    </Box>
  )
}

interface MakeFormProps {
  onMade: (token: Created) => void
  onClose: () => void
}

const useMakeForm = (onMade: MakeFormProps['onMade']) => {
  const queries = useQueryClient()
  return useCommandForm({
    shape: createApiToken,
    start: { name: '', scopes: [], days: 30 },
    send: async (body) => {
      onMade((await request<Created>('/api-tokens', { method: 'POST', body })).data)
      await queries.invalidateQueries({ queryKey: ['api-tokens'] })
    },
  })
}

const useDays = () => {
  const text = useText()
  return DAYS.map((days) => ({
    value: String(days),
    label: text('apiToken.daysOption', { smart_count: days }),
  }))
}

const MakeForm = ({ onMade, onClose }: MakeFormProps) => {
  const text = useText()
  const own: readonly Permission[] = useCurrentSession()?.permissions ?? []
  const { form, submission, submit, field } = useMakeForm(onMade)
  useFirstFocus(form, 'name')
  useUnsaved(form.formState.isDirty)
  const { error: scopesError, ...scopes } = field('scopes')
  return (
    <FormStack onSubmit={submit}>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('apiToken.name')} hint={text('apiToken.nameHint')} {...field('name')} />
      <ScopeChoice
        field={scopes}
        offered={tokenScopes.filter((scope) => own.includes(scope))}
        error={scopesError}
      />
      <Choice
        label={text('apiToken.days')}
        options={useDays()}
        value={String(form.watch('days'))}
        onChange={({ target }) => form.setValue('days', Number(target.value), { shouldDirty: true })}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={() => leaveBy(onClose)}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('apiToken.submit')}</SubmitButton>
      </Box>
    </FormStack>
  )
}

/** Makes a token and shows its secret once; only a button closes it then, not a stray click or key. */
export const ApiTokenDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText()
  const id = useId()
  const [made, setMade] = useState<Created | null>(null)
  return (
    <Dialog
      open
      onClose={(_event, reason) => !made && reason === 'escapeKeyDown' && leaveBy(onClose)}
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
    >
      <DialogTitle id={id}>{text(made ? 'apiToken.madeTitle' : 'apiToken.make')}</DialogTitle>
      <DialogContent>
        {made ? <Made token={made} onClose={onClose} /> : <MakeForm onMade={setMade} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  )
}
