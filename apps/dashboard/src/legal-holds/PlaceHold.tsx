import { type Application, type Candidate, placeLegalHold } from '@assay/contracts'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { useApplicationsOf } from '../candidates/candidate-requests.ts'
import { Choice, type Option } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { type Text, useText } from '../i18n/text.ts'
import { FormBody, FormDialog } from '../retention/FormDialog.tsx'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { useHoldCommands } from './legal-hold-requests.ts'

type OfCandidate = { candidate: Candidate }

/** The person, each of their applications, and the jobs of these; a choice is written `subject id`. */
const subjectsOf = ({ id }: Candidate, applications: readonly Application[], text: Text): Option[] => [
  { value: `candidate ${id}`, label: text('legalHold.onOf.candidate') },
  ...applications.map((one) => ({
    value: `application ${one.id}`,
    label: text('legalHold.onOf.application', { job: one.job.title }),
  })),
  ...applications.map(({ job }) => ({
    value: `job ${job.id}`,
    label: text('legalHold.onJob', { job: job.title }),
  })),
]

const PlaceForm = ({ candidate, onClose }: OfCandidate & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const { place } = useHoldCommands()
  const { data: applications = [] } = useApplicationsOf(candidate.id)
  const { form, submission, submit, field } = useCommandForm({
    shape: placeLegalHold,
    start: { subject: 'candidate', subjectId: candidate.id, reason: '' },
    send: async (facts) => {
      await place(facts)
      notify('legalHold.placed')
      onClose()
    },
  })
  useFirstFocus(form, 'reason')
  return (
    <FormBody onSubmit={submit} onClose={onClose} verb={text('legalHold.place')} sending={submission.sending}>
      <Typography color="textSecondary">{text('legalHold.placeLead')}</Typography>
      <RefusedNotice problem={submission.problem} />
      <Choice
        label={text('legalHold.on')}
        value={`${form.watch('subject')} ${form.watch('subjectId')}`}
        error={form.formState.errors.subjectId?.message}
        options={subjectsOf(candidate, applications, text)}
        onChange={({ target }) => {
          const [subject = '', subjectId = ''] = target.value.split(' ')
          form.setValue('subject', subject as 'candidate' | 'application' | 'job')
          form.setValue('subjectId', subjectId)
        }}
      />
      <Field
        label={text('legalHold.reason')}
        hint={text('legalHold.reasonHint')}
        autoComplete="off"
        {...field('reason')}
      />
    </FormBody>
  )
}

/** Keeps something of a person from being erased. */
export const PlaceHold = ({ candidate }: OfCandidate) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text('legalHold.place')}
      </Button>
      {open && (
        <FormDialog title={text('legalHold.placeTitle')} onClose={close}>
          <PlaceForm candidate={candidate} onClose={close} />
        </FormDialog>
      )}
    </>
  )
}
