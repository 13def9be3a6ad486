import type { FieldValues } from 'react-hook-form'
import { useNotify } from 'ra-core'
import { useEffect, useRef } from 'react'
import { Page } from '../components/Page.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { touched, useRevisedForm, type RevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { BackTo } from '../components/BackTo.tsx'
import { useBankCommands } from './bank-commands.ts'
import { bankAddress, type BankKind, type BankRow, type BankShape } from './bank-kind.ts'
import { BankEntry } from './BankEntry.tsx'
import { useDifferences } from './useDifferences.ts'

interface FormProps<Row extends BankRow, Values extends FieldValues> {
  kind: BankKind<Row, Values>
  row: Row
}

const useEntryForm = <Row extends BankRow, Values extends FieldValues>({
  kind,
  row,
}: FormProps<Row, Values>) => {
  const notify = useNotify()
  const commands = useBankCommands<Row>(kind.resource)
  return useRevisedForm<BankShape<Values>, Row>({
    shape: kind.shape,
    record: row,
    pick: kind.pick,
    save: async (values, base) => {
      const saved = await commands.save(base, Object.fromEntries(touched(values, kind.pick(base))))
      notify('action.saved')
      return saved
    },
  })
}

const Conflict = <Row extends BankRow, Values extends FieldValues>({
  kind,
  revised: { theirs, conflicts, keepMine, takeTheirs },
}: {
  kind: BankKind<Row, Values>
  revised: RevisedForm<BankShape<Values>, Row>
}) => {
  const place = useRef<HTMLDivElement>(null)
  const differences = useDifferences(kind.resource, conflicts)
  useEffect(() => {
    if (theirs) place.current?.scrollIntoView({ block: 'center' })
  }, [theirs])
  return (
    <div ref={place}>
      {theirs && (
        <RevisionConflict differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
      )}
    </div>
  )
}

const EntryForm = <Row extends BankRow, Values extends FieldValues>({
  kind,
  row,
}: FormProps<Row, Values>) => {
  const text = useText()
  const revised = useEntryForm({ kind, row })
  const { form, submission, theirs } = revised
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <kind.Fields form={form} />
      <Conflict kind={kind} revised={revised} />
      <SaveBar
        verb={text('action.save')}
        dirty={isDirty}
        sending={submission.sending}
        note={text(wrong ? 'bank.wrong' : 'bank.unsaved')}
        problem={theirs ? null : submission.problem}
        onDiscard={() => form.reset()}
      />
    </form>
  )
}

/** One entry, to be written. */
export const EntryEdit = <Row extends BankRow, Values extends FieldValues>({
  kind,
}: {
  kind: BankKind<Row, Values>
}) => {
  const text = useText()
  return (
    <Permitted permission="question-bank.manage">
      <BankEntry<Row> resource={kind.resource}>
        {(row) => (
          <Page
            title={kind.titleOf(row)}
            windowTitle={text('bank.editing', { title: kind.titleOf(row) })}
            lead={text('bank.editLead')}
            above={<BackTo to={bankAddress(kind.resource, row.id)}>{text('bank.toReading')}</BackTo>}
          >
            <EntryForm kind={kind} row={row} />
          </Page>
        )}
      </BankEntry>
    </Permitted>
  )
}
