import { type createSignal, signalKinds } from '@assay/contracts'
import type { z } from 'zod'
import { Section } from '../../components/Section.tsx'
import { useText } from '../../i18n/text.ts'
import { ChoiceField, ProseField, type FieldsForm } from '../../components/form-fields.tsx'
import { FormPart } from '../../components/FormPart.tsx'

export const SignalFields = ({ form }: { form: FieldsForm<z.input<typeof createSignal>> }) => {
  const text = useText()
  return (
    <Section title={text('bank.part.signal')} about={text('bank.part.signalAbout')}>
      <FormPart>
        <ProseField
          form={form}
          name="text"
          label={text('bank.field.text')}
          hint={text('bank.hint.signal')}
          rows={2}
        />
        <ChoiceField
          form={form}
          name="kind"
          label={text('bank.field.kind')}
          options={signalKinds.map((value) => ({ value, label: text(`bank.signalKind.${value}`) }))}
        />
      </FormPart>
    </Section>
  )
}
