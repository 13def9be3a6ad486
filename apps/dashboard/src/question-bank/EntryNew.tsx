import { useNotify } from 'ra-core'
import { useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { Navigate } from 'react-router'
import { Page } from '../components/Page.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { BackTo } from '../components/BackTo.tsx'
import { useBankCommands } from './bank-commands.ts'
import { bankAddress, type BankKind, type BankRow } from './bank-kind.ts'

interface NewProps<Row extends BankRow, Values extends FieldValues> {
  kind: BankKind<Row, Values>
}

const NewForm = <Row extends BankRow, Values extends FieldValues>({ kind }: NewProps<Row, Values>) => {
  const text = useText()
  const notify = useNotify()
  const commands = useBankCommands<Row>(kind.resource)
  const [made, setMade] = useState<Row | null>(null)
  const { form, submission, submit } = useCommandForm({
    shape: kind.shape,
    start: kind.blank as DefaultValues<Values>,
    send: async (facts) => {
      const row = await commands.create(facts)
      notify('action.saved')
      setMade(row)
    },
  })
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  useUnsaved(isDirty && !made)
  if (made) return <Navigate to={bankAddress(kind.resource, made.id)} replace />
  return (
    <form noValidate onSubmit={submit}>
      <kind.Fields form={form} />
      <SaveBar
        verb={text(`bank.kind.${kind.resource}.create`)}
        dirty={isDirty}
        idle={text('saveBar.empty')}
        sending={submission.sending}
        note={text(wrong ? 'bank.wrong' : 'bank.unsaved')}
        problem={submission.problem}
      />
    </form>
  )
}

/** A new entry. Little is needed to begin; what a kit needs before it is published, it says itself. */
export const EntryNew = <Row extends BankRow, Values extends FieldValues>({
  kind,
}: NewProps<Row, Values>) => {
  const text = useText()
  return (
    <Permitted permission="question-bank.manage">
      <Page
        title={text(`bank.kind.${kind.resource}.add`)}
        lead={text(`bank.kind.${kind.resource}.newLead`)}
        above={<BackTo to={bankAddress(kind.resource)}>{text(`bank.kind.${kind.resource}.tab`)}</BackTo>}
      >
        <NewForm kind={kind} />
      </Page>
    </Permitted>
  )
}
