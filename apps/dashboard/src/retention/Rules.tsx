import type { RetentionRule } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { usePermitted } from '../api/current-session.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { formatCalendarDay } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { RuleDialog } from './AddRule.tsx'
import { KeepingList, KeepingRow } from './KeepingRow.tsx'
import { useRetentionCommands, useRules } from './retention-requests.ts'
import { ruleSays, ruleTitle } from './rule-words.ts'

type OfRule = { rule: RetentionRule }

/** A rule of a job or an office gives way to the more general one. */
const Ending = ({ rule, onClose }: OfRule & { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const { add } = useRetentionCommands()
  const { jobId, office, outcome, mode } = rule
  return (
    <ConfirmDialog
      title={text('retention.endTitle')}
      verb={text('retention.end')}
      onClose={onClose}
      work={async () => {
        await add({ jobId, office, outcome, mode, months: null, basis: null })
        notify('retention.ended')
      }}
    >
      {text('retention.endText', { rule: ruleTitle(rule, text) })}
    </ConfirmDialog>
  )
}

const RuleActions = ({ rule }: OfRule) => {
  const text = useText()
  const [open, setOpen] = useState<'change' | 'end' | null>(null)
  const close = () => setOpen(null)
  const words = { rule: ruleTitle(rule, text) }
  const mayEnd = rule.months !== null && (rule.jobId !== null || rule.office !== null)
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={text('retention.changeOf', words)}
        onClick={() => setOpen('change')}
      >
        {text('retention.change')}
      </Button>
      {mayEnd && (
        <Button size="small" aria-label={text('retention.endOf', words)} onClick={() => setOpen('end')}>
          {text('retention.end')}
        </Button>
      )}
      {open === 'change' && <RuleDialog rule={rule} onClose={close} />}
      {open === 'end' && <Ending rule={rule} onClose={close} />}
    </>
  )
}

const RuleRow = ({ rule }: OfRule) => {
  const text = useText()
  const mayManage = usePermitted('retention.manage')
  const { state, validFrom, createdByName: name, basis } = rule
  const day = formatCalendarDay(validFrom)
  const since = name === null ? text('retention.since', { day }) : text('retention.sinceBy', { day, name })
  return (
    <KeepingRow
      title={ruleTitle(rule, text)}
      lines={[
        ruleSays(rule, text),
        state === 'future' ? `${text('retention.futureMark')} · ${since}` : since,
        ...(basis === null ? [] : [basis]),
      ]}
      actions={mayManage && state !== 'past' && <RuleActions rule={rule} />}
    />
  )
}

const RuleLists = ({ rules }: { rules: readonly RetentionRule[] }) => {
  const text = useText()
  const [withPast, setWithPast] = useState(false)
  const standing = rules.filter(({ state }) => state !== 'past')
  const past = rules.filter(({ state }) => state === 'past')
  return (
    <>
      {standing.length === 0 ? (
        <Typography color="textSecondary">{text('retention.rulesNone')}</Typography>
      ) : (
        <KeepingList label={text('retention.rules')}>
          {standing.map((rule) => (
            <RuleRow key={rule.id} rule={rule} />
          ))}
        </KeepingList>
      )}
      {past.length > 0 && (
        <Button size="small" sx={{ mt: 1 }} aria-expanded={withPast} onClick={() => setWithPast(!withPast)}>
          {text('retention.past')}
        </Button>
      )}
      {withPast && (
        <KeepingList label={text('retention.past')}>
          {past.map((rule) => (
            <RuleRow key={rule.id} rule={rule} />
          ))}
        </KeepingList>
      )}
    </>
  )
}

/** How long data is kept, with the versions that hold, will hold and held. */
export const Rules = () => {
  const { data, error, refetch } = useRules()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return <RuleLists rules={data} />
}

export const AddRule = () => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpen(true)}>
        {text('retention.add')}
      </Button>
      {open && <RuleDialog rule={null} onClose={() => setOpen(false)} />}
    </>
  )
}
