import type { createCompetency } from '@assay/contracts'
import type { z } from 'zod'
import { Section } from '../../components/Section.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { useText } from '../../i18n/text.ts'
import { useAreas } from '../bank-names.ts'
import {
  AnchorsField,
  CheckSetField,
  EntriesField,
  LineField,
  ProseField,
  type FieldsForm,
} from '../../components/form-fields.tsx'
import { FormPart } from '../../components/FormPart.tsx'

interface FieldsProps {
  form: FieldsForm<z.input<typeof createCompetency>>
}

const Words = ({ form }: FieldsProps) => {
  const text = useText()
  return (
    <Section title={text('bank.part.competency')} about={text('bank.part.competencyAbout')}>
      <FormPart>
        <LineField form={form} name="name" label={text('bank.field.name')} />
        <ProseField form={form} name="definition" label={text('bank.field.definition')} rows={4} />
        <ProseField
          form={form}
          name="forCandidates"
          label={text('bank.field.forCandidates')}
          hint={text('bank.hint.forCandidates')}
        />
      </FormPart>
    </Section>
  )
}

const Behaviours = ({ form }: FieldsProps) => {
  const text = useText()
  return (
    <Section title={text('bank.part.behaviours')} about={text('bank.part.behavioursAbout')}>
      <FormPart>
        {(['strongBehaviours', 'weakBehaviours'] as const).map((name) => (
          <EntriesField
            key={name}
            form={form}
            name={name}
            label={text(`bank.field.${name}`)}
            add={text('bank.add.behaviour')}
          />
        ))}
      </FormPart>
    </Section>
  )
}

/** Everything a competency says. */
export const CompetencyFields = ({ form }: FieldsProps) => {
  const text = useText()
  return (
    <>
      <Words form={form} />
      <WideSection title={text('bank.field.anchors')} about={text('bank.hint.anchors')}>
        <AnchorsField form={form} name="anchors" label={text('bank.field.anchors')} />
      </WideSection>
      <Behaviours form={form} />
      <Section title={text('bank.field.areas')} about={text('bank.part.areasAbout')}>
        <CheckSetField
          titled
          form={form}
          name="areas"
          label={text('bank.field.areas')}
          options={useAreas()}
        />
      </Section>
    </>
  )
}
