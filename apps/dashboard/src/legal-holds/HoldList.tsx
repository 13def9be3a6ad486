import { type Candidate, type LegalHold, liftLegalHold } from '@assay/contracts'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { usePermitted } from '../api/current-session.ts'
import { candidateAddress } from '../candidates/candidate-requests.ts'
import { Field } from '../components/Field.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { FormBody, FormDialog } from '../retention/FormDialog.tsx'
import { KeepingList, KeepingRow } from '../retention/KeepingRow.tsx'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { useHoldCommands, useStandingHolds } from './legal-hold-requests.ts'

type OfHold = { hold: LegalHold }

const ADDRESSES = {
  candidate: candidateAddress,
  application: (id: string) => `/applications/${id}`,
  job: (id: string) => `/jobs/${id}`,
} as const

const LiftForm = ({ hold, onClose }: OfHold & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const { lift } = useHoldCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: liftLegalHold,
    start: { reason: '' },
    send: async ({ reason }) => {
      await lift(hold.id, reason)
      notify('legalHold.lifted')
      onClose()
    },
  })
  useFirstFocus(form, 'reason')
  return (
    <FormBody onSubmit={submit} onClose={onClose} verb={text('legalHold.lift')} sending={submission.sending}>
      <Typography color="textSecondary">{text('legalHold.liftLead')}</Typography>
      <RefusedNotice problem={submission.problem} />
      <Field label={text('legalHold.reason')} autoComplete="off" {...field('reason')} />
    </FormBody>
  )
}

const LiftButton = ({ hold }: OfHold) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const words = { name: hold.subjectName }
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={text('legalHold.liftOf', words)}
        onClick={() => setOpen(true)}
      >
        {text('legalHold.lift')}
      </Button>
      {open && (
        <FormDialog title={text('legalHold.liftTitle', words)} onClose={close}>
          <LiftForm hold={hold} onClose={close} />
        </FormDialog>
      )}
    </>
  )
}

const HoldRow = ({ hold }: OfHold) => {
  const text = useText()
  const mayLift = usePermitted('legal-holds.manage')
  const { subject, subjectId, subjectName, reason, placedAt, placedByName: name } = hold
  const moment = formatMoment(placedAt)
  return (
    <KeepingRow
      title={
        <>
          {text(`legalHold.subjectOf.${subject}`)}:{' '}
          <TextLink to={ADDRESSES[subject](subjectId)}>{subjectName}</TextLink>
        </>
      }
      lines={[
        reason,
        name === null ? text('legalHold.since', { moment }) : text('legalHold.sinceBy', { moment, name }),
      ]}
      actions={mayLift && <LiftButton hold={hold} />}
    />
  )
}

/** What is held now: everything, or what concerns one person. */
export const HoldList = ({ candidate }: { candidate?: Candidate }) => {
  const text = useText()
  const { data, error, refetch } = useStandingHolds(candidate?.id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.length === 0) {
    return (
      <Typography color="textSecondary">
        {text(candidate ? 'legalHold.noneHere' : 'legalHold.none')}
      </Typography>
    )
  }
  return (
    <KeepingList label={text('legalHold.part')}>
      {data.map((hold) => (
        <HoldRow key={hold.id} hold={hold} />
      ))}
    </KeepingList>
  )
}
