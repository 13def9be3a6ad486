import { type Candidate, extendRetention } from '@assay/contracts'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { Field } from '../components/Field.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { formatCalendarDay } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { FormBody, FormDialog } from './FormDialog.tsx'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { useRetentionCommands } from './retention-requests.ts'

type OfCandidate = { candidate: Candidate }

const ExtendForm = ({ candidate: { id, name }, onClose }: OfCandidate & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const { extend } = useRetentionCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: extendRetention,
    start: { until: '', reason: '' },
    send: async (facts) => {
      await extend(id, facts)
      notify('retention.extended', { messageArgs: { name, day: formatCalendarDay(facts.until) } })
      onClose()
    },
  })
  useFirstFocus(form, 'until')
  return (
    <FormBody
      onSubmit={submit}
      onClose={onClose}
      verb={text('retention.extend')}
      sending={submission.sending}
    >
      <Typography color="textSecondary">{text('retention.extendLead')}</Typography>
      <RefusedNotice problem={submission.problem} />
      <Field label={text('retention.until')} type="date" {...field('until')} />
      <Field
        label={text('retention.reason')}
        hint={text('retention.reasonHint')}
        autoComplete="off"
        {...field('reason')}
      />
    </FormBody>
  )
}

/** The data of one person is kept longer than the rules say. */
export const ExtendButton = ({ candidate }: OfCandidate) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text('retention.extend')}
      </Button>
      {open && (
        <FormDialog
          title={text('retention.extendTitle', { name: candidate.name })}
          onClose={() => setOpen(false)}
        >
          <ExtendForm candidate={candidate} onClose={() => setOpen(false)} />
        </FormDialog>
      )}
    </>
  )
}
