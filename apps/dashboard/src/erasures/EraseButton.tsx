import { type Candidate, eraseCandidate, type ErasureOutcome, erasureReasons } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { Field } from '../components/Field.tsx'
import { ChoiceField } from '../components/form-fields.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { FormBody, FormDialog } from '../retention/FormDialog.tsx'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { useErase, useErasureTrial } from './erasure-requests.ts'

type OfCandidate = { candidate: Candidate }
type Kind = keyof ErasureOutcome['counts']

const GOES: readonly Kind[] = ['records', 'contacts', 'tags', 'customValues', 'documents', 'notes']
const STAYS: readonly Kind[] = ['applications', 'interviews']

const counted = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  columnGap: 2,
  rowGap: 0.5,
  '& > dt': { color: 'text.secondary' },
  '& > dd': { m: 0, textAlign: 'right' },
} as const

const Counts = ({ counts }: Pick<ErasureOutcome, 'counts'>) => {
  const text = useText()
  return [
    { title: text('erasure.goes'), kinds: GOES },
    { title: text('erasure.stays'), kinds: STAYS },
  ].map(({ title, kinds }) => (
    <div key={title}>
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{title}</Typography>
      <Box component="dl" sx={counted}>
        {kinds.flatMap((kind) => [
          <dt key={`${kind} name`}>{text(`erasure.count.${kind}`)}</dt>,
          <dd key={`${kind} count`}>
            {counts[kind] === 0 ? text('erasure.nothing') : formatNumber(counts[kind])}
          </dd>,
        ])}
      </Box>
    </div>
  ))
}

const Forbidden = ({ because }: Pick<ErasureOutcome, 'because'>) => {
  const text = useText()
  return (
    <Notice kind="warning" title={text('erasure.forbidden')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
    </Notice>
  )
}

const EraseForm = ({ candidate, onClose }: OfCandidate & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const erase = useErase()
  const [typed, setTyped] = useState('')
  const { name } = candidate
  const { form, submission, submit } = useCommandForm({
    shape: eraseCandidate,
    start: { reason: 'asked', reference: null },
    send: async (facts) => {
      await erase(candidate, facts)
      notify('erasure.done')
      onClose()
    },
  })
  const isNamed = typed.trim().toLowerCase() === name.trim().toLowerCase()
  return (
    <FormBody
      onSubmit={submit}
      onClose={onClose}
      verb={text('erasure.confirm')}
      sending={submission.sending}
      missing={!isNamed && text('erasure.typeFirst')}
      grave
    >
      <ChoiceField
        form={form}
        name="reason"
        label={text('erasure.reason')}
        options={erasureReasons.map((value) => ({ value, label: text(`erasure.reasonOf.${value}`) }))}
      />
      <Field
        label={text('erasure.reference')}
        hint={text('erasure.referenceHint')}
        autoComplete="off"
        error={form.formState.errors.reference?.message}
        {...form.register('reference', { setValueAs: (said: string | null) => said?.trim() || null })}
      />
      <Field
        label={text('erasure.typeName', { name })}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <RefusedNotice problem={submission.problem} />
    </FormBody>
  )
}

const Trial = ({ candidate, onClose }: OfCandidate & { onClose: () => void }) => {
  const text = useText()
  const { data, error } = useErasureTrial(candidate)
  if (!data && !error) return <PageLoading />
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Typography color="textSecondary">{text('erasure.lead')}</Typography>
      {error && <RefusedNotice problem={asProblem(error)} />}
      {data && <Counts counts={data.counts} />}
      {data && !data.allowed && <Forbidden because={data.because} />}
      {data?.allowed ? (
        <EraseForm candidate={candidate} onClose={onClose} />
      ) : (
        <Button sx={{ justifySelf: 'end' }} onClick={onClose}>
          {text('action.close')}
        </Button>
      )}
    </Box>
  )
}

/** Ends what is known of a person: shown beforehand, and confirmed by their name. */
export const EraseButton = ({ candidate }: OfCandidate) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {text('erasure.open')}
      </Button>
      {open && (
        <FormDialog title={text('erasure.title', { name: candidate.name })} onClose={close}>
          <Trial candidate={candidate} onClose={close} />
        </FormDialog>
      )}
    </>
  )
}
