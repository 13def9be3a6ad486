import { type Signal, signalKinds } from '@assay/contracts'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { BankList } from '../BankList.tsx'
import { EntryLink } from '../EntryLink.tsx'
import { SignalMark } from './SignalMark.tsx'

const KindFilter = () => {
  const text = useText()
  return (
    <FilterChoice
      field="kind"
      label={text('bank.field.kind')}
      options={signalKinds.map((value) => ({ value, label: text(`bank.signalKind.${value}`) }))}
    />
  )
}

const SignalItem = ({ row: signal }: { row: Signal }) => (
  <EntryLink
    resource="signals"
    row={signal}
    title={<Prose>{signal.text}</Prose>}
    aside={<SignalMark kind={signal.kind} />}
  />
)

export const SignalList = () => (
  <BankList<Signal> resource="signals" nameField="text" filters={<KindFilter />} Item={SignalItem} />
)
