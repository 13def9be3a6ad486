import type { AnswerStructure, createAnswerStructure } from '@assay/contracts'
import type { z } from 'zod'
import type { EntryKind } from '../../components/entry-list.ts'
import { Section } from '../../components/Section.tsx'
import { useText } from '../../i18n/text.ts'
import { CarriedEntriesField, LineField, ProseField, type FieldsForm } from '../../components/form-fields.tsx'
import { FormPart } from '../../components/FormPart.tsx'

type Step = AnswerStructure['steps'][number]

/** A step keeps its key whatever becomes of its words: what was ticked on older scorecards is known by it. */
const stepKind: EntryKind<Step> = {
  textOf: ({ text }) => text,
  withText: ({ key }, text) => ({ key, text }),
  blank: () => ({ key: `step-${crypto.randomUUID()}`, text: '' }),
}

export const AnswerStructureFields = ({
  form,
}: {
  form: FieldsForm<z.input<typeof createAnswerStructure>>
}) => {
  const text = useText()
  return (
    <>
      <Section title={text('bank.part.structure')} about={text('bank.part.structureAbout')}>
        <FormPart>
          <LineField form={form} name="name" label={text('bank.field.name')} />
          <ProseField form={form} name="purpose" label={text('bank.field.purpose')} />
        </FormPart>
      </Section>
      <Section title={text('bank.field.steps')} about={text('bank.about.steps')}>
        <CarriedEntriesField
          titled
          form={form}
          name="steps"
          kind={stepKind}
          textField="text"
          label={text('bank.field.steps')}
          add={text('bank.add.step')}
        />
      </Section>
    </>
  )
}
