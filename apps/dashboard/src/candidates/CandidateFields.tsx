import { useId } from 'react'
import { Field } from '../components/Field.tsx'
import { LineField, useBound } from '../components/form-fields.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { type CandidateForm, contactParts } from './candidate-form.ts'
import { useCandidateWords } from './candidate-requests.ts'
import { ContactsField } from './ContactsField.tsx'
import { CustomValuesField } from './CustomValuesField.tsx'
import { TagsField } from './TagsField.tsx'
import { WordList } from './WordList.tsx'

interface MaybeLineProps {
  form: CandidateForm
  name: 'preferredName' | 'headline' | 'company' | 'location' | 'source'
  hint?: string
  /** The id of the list of words that are offered. */
  list?: string
}

/** A line that may be empty: null in the contract, nothing on screen. */
const MaybeLine = ({ form, name, hint, list }: MaybeLineProps) => {
  const text = useText()
  const { value, onChange, onBlur, ref, error } = useBound(form, name)
  return (
    <Field
      label={text(`candidate.field.${name}`)}
      hint={hint}
      autoComplete="off"
      inputProps={{ list }}
      inputRef={ref}
      value={value ?? ''}
      error={error}
      onBlur={onBlur}
      onChange={({ target }) => (onChange as (next: string | null) => void)(target.value || null)}
    />
  )
}

const SourceField = ({ form }: { form: CandidateForm }) => {
  const text = useText()
  const list = useId()
  const words = useCandidateWords('sources', form.watch('source') ?? '')
  return (
    <div>
      <MaybeLine form={form} name="source" hint={text('candidate.field.sourceHint')} list={list} />
      <WordList id={list} words={words} />
    </div>
  )
}

/** All that is written of a candidate. */
export const CandidateFields = ({ form }: { form: CandidateForm }) => {
  const text = useText()
  return (
    <>
      <Section title={text('candidate.part.person')}>
        <FormPart>
          <LineField form={form} name="name" label={text('candidate.field.name')} />
          <MaybeLine form={form} name="preferredName" hint={text('candidate.field.preferredNameHint')} />
          <MaybeLine form={form} name="headline" hint={text('candidate.field.headlineHint')} />
          <MaybeLine form={form} name="company" />
          <MaybeLine form={form} name="location" />
          <SourceField form={form} />
          <TagsField form={form} />
        </FormPart>
      </Section>
      <Section title={text('candidate.part.contacts')} about={text('candidate.part.contactsAbout')}>
        <FormPart>
          {contactParts.map((part) => (
            <ContactsField key={part} form={form} part={part} />
          ))}
        </FormPart>
      </Section>
      <CustomValuesField form={form} />
    </>
  )
}
