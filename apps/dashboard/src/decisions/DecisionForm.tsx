import type { Application, Decision, Job, PresentSnapshot } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useGetOne, useNotify } from 'ra-core'
import { useEffect, useState } from 'react'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { Section } from '../components/Section.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { type DecisionValues, emptyDecision, making, replacing } from './decision-form.ts'
import { useDecisionCommands } from './decision-requests.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { SnapshotChanged } from './SnapshotChanged.tsx'
import { SnapshotWords } from './SnapshotWords.tsx'

interface DecisionFormProps {
  application: Application
  present: PresentSnapshot
  /** The decision in whose place this one is made. */
  replaces?: Decision
  onDone: () => void
}

/** What happens when it is recorded, before anybody does. */
const useConsequences = (outcome: DecisionValues['outcome'] | undefined, jobId: string): string => {
  const text = useText()
  const { data: job } = useGetOne<Job>('jobs', { id: jobId })
  if (!outcome || !job) return text('decision.form.unsaved')
  const groups = job.approvalGroups.length
  return groups > 0
    ? text('decision.form.afterwards', { smart_count: groups })
    : text(`decision.form.at_once.${outcome}`)
}

const useDeciding = ({ application, present, replaces, onDone }: DecisionFormProps) => {
  const notify = useNotify()
  const commands = useDecisionCommands()
  /** What its author has looked at: nothing else may be decided on. */
  const [seen, setSeen] = useState(present)
  const { form, submission, submit } = useCommandForm({
    shape: replaces ? replacing : making,
    start: emptyDecision(present),
    send: async ({ because, ...facts }) => {
      if (replaces) await commands.supersede(replaces.id, { ...facts, because })
      else await commands.make({ ...facts, applicationId: application.id })
      form.reset()
      notify('decision.form.recorded')
      onDone()
    },
  })
  const { setFocus } = form
  const isReplacing = replaces !== undefined
  useEffect(() => {
    // It opens far from the button that opened it.
    if (isReplacing) setFocus('outcome')
  }, [setFocus, isReplacing])
  const { problem } = submission
  const now = problem?.code === 'snapshot_changed' ? (problem.body.current as PresentSnapshot) : null
  const take = (next: PresentSnapshot) => {
    setSeen(next)
    form.setValue('snapshotHash', next.hash)
    submission.forget()
  }
  return { form, submission, submit, seen, now, take }
}

/** A decision being written, under what it would rest on. */
export const DecisionForm = (props: DecisionFormProps) => {
  const text = useText()
  const { form, submission, submit, seen, now, take } = useDeciding(props)
  const { isDirty, errors } = form.formState
  useUnsaved(isDirty)
  const consequences = useConsequences(form.watch('outcome'), props.application.job.id)
  const isWrong = Object.keys(errors).length > 0
  const replaces = props.replaces !== undefined
  return (
    <form noValidate onSubmit={submit}>
      <Section title={text('decision.snapshot.title')} about={text('decision.snapshot.about')}>
        <SnapshotWords present={seen} />
      </Section>
      <DecisionFields form={form} present={seen} replaces={replaces} />
      <Box sx={{ mt: 2, '&:empty': { display: 'none' } }}>
        {now ? (
          <SnapshotChanged seen={seen} now={now} onTake={() => take(now)} />
        ) : (
          <RefusedNotice problem={submission.problem} />
        )}
      </Box>
      <SaveBar
        verb={text(replaces ? 'decision.form.replace' : 'decision.form.record')}
        dirty={isDirty}
        idle={text('decision.form.unsaved')}
        sending={submission.sending}
        note={isWrong ? text('decision.form.wrong') : consequences}
        onDiscard={() => {
          form.reset()
          if (replaces) props.onDone()
        }}
      />
    </form>
  )
}
