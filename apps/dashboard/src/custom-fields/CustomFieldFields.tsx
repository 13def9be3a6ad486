import { chosenKinds, customFieldKinds, MAX_CHOICES } from '@assay/contracts'
import { EntryList } from '../components/EntryList.tsx'
import { ChoiceField, errorIn, LineField, useBound } from '../components/form-fields.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { choiceEntry, type FieldForm } from './custom-field-form.ts'

const Choices = ({ form }: { form: FieldForm }) => {
  const text = useText()
  const { value, ...bound } = useBound(form, 'choices')
  return (
    <Section title={text('customField.part.choices')} about={text('customField.part.choicesAbout')}>
      <EntryList
        {...bound}
        titled
        label={text('customField.field.choices')}
        add={text('customField.field.addChoice')}
        kind={choiceEntry}
        value={value}
        maximum={MAX_CHOICES}
        errorAt={(place) => errorIn(form, 'choices', place, 'name')}
      />
    </Section>
  )
}

/** A field as it is written. The kind of one that stands is told and stays. */
export const CustomFieldFields = ({ form, standing = false }: { form: FieldForm; standing?: boolean }) => {
  const text = useText()
  const kind = form.watch('kind')
  const options = customFieldKinds
    .filter((one) => !standing || one === kind)
    .map((value) => ({ value, label: text(`customField.kind.${value}`) }))
  return (
    <>
      <Section title={text('customField.part.field')}>
        <FormPart>
          <LineField
            form={form}
            name="name"
            label={text('customField.field.name')}
            hint={text('customField.field.nameHint')}
          />
          <ChoiceField
            form={form}
            name="kind"
            label={text('customField.field.kind')}
            hint={text('customField.field.kindHint')}
            options={options}
          />
        </FormPart>
      </Section>
      {chosenKinds.includes(kind) && <Choices form={form} />}
    </>
  )
}
