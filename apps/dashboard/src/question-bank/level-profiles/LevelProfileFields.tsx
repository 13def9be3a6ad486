import { type createLevelProfile, jobLevels } from '@assay/contracts'
import type { z } from 'zod'
import { Section } from '../../components/Section.tsx'
import { useText } from '../../i18n/text.ts'
import { ChoiceField, LineField, ProseField, type FieldsForm } from '../../components/form-fields.tsx'
import { FormPart } from '../../components/FormPart.tsx'
import { WeighedCompetencies } from './WeighedCompetencies.tsx'

export type LevelProfileForm = FieldsForm<z.input<typeof createLevelProfile>>

export const LevelProfileFields = ({ form }: { form: LevelProfileForm }) => {
  const text = useText()
  return (
    <>
      <Section title={text('bank.part.profile')} about={text('bank.part.profileAbout')}>
        <FormPart>
          <LineField form={form} name="name" label={text('bank.field.name')} />
          <ChoiceField
            form={form}
            name="level"
            label={text('bank.field.level')}
            options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
          />
          <ProseField form={form} name="description" label={text('bank.field.description')} rows={4} />
        </FormPart>
      </Section>
      <Section title={text('bank.field.weighed')} about={text('bank.part.weighedAbout')}>
        <WeighedCompetencies form={form} />
      </Section>
    </>
  )
}
