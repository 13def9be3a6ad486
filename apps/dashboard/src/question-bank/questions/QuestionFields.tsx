import { type createQuestion, jobLevels } from '@assay/contracts'
import Box from '@mui/material/Box'
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
  useBound,
  type FieldsForm,
} from '../../components/form-fields.tsx'
import { FormPart } from '../../components/FormPart.tsx'
import { TagField } from '../TagField.tsx'
import { QuestionCompetencies, QuestionStructures } from './QuestionPicks.tsx'

export type QuestionForm = FieldsForm<z.input<typeof createQuestion>>
interface PartProps {
  form: QuestionForm
}

const Words = ({ form }: PartProps) => {
  const text = useText()
  return (
    <Section title={text('bank.part.question')} about={text('bank.part.questionAbout')}>
      <FormPart>
        <LineField form={form} name="title" label={text('bank.field.title')} />
        <ProseField
          form={form}
          name="prompt"
          label={text('bank.field.prompt')}
          hint={text('bank.hint.prompt')}
        />
        <ProseField
          form={form}
          name="intent"
          label={text('bank.field.intent')}
          hint={text('bank.hint.intent')}
        />
      </FormPart>
    </Section>
  )
}

const Listening = ({ form }: PartProps) => {
  const text = useText()
  return (
    <Section title={text('bank.part.listening')} about={text('bank.part.listeningAbout')}>
      <FormPart>
        {(['expectedPoints', 'seniorExtras', 'redFlags', 'followUps'] as const).map((name) => (
          <EntriesField
            key={name}
            form={form}
            name={name}
            label={text(`bank.field.${name}`)}
            hint={text(`bank.about.${name}`)}
            add={text(`bank.add.${name}`)}
          />
        ))}
      </FormPart>
    </Section>
  )
}

const Practical = ({ form }: PartProps) => {
  const text = useText()
  const { onBlur: _, ...tags } = useBound(form, 'tags')
  return (
    <Section title={text('bank.part.practical')} about={text('bank.part.practicalAbout')}>
      <FormPart>
        <LineField form={form} name="minutes" number label={text('bank.field.minutes')} />
        <CheckSetField
          form={form}
          name="levels"
          label={text('bank.field.levels')}
          hint={text('bank.hint.levels')}
          options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
        />
        <CheckSetField form={form} name="areas" label={text('bank.field.areas')} options={useAreas()} />
        <TagField label={text('bank.field.tags')} hint={text('bank.hint.tags')} {...tags} />
      </FormPart>
    </Section>
  )
}

/** Everything a question says and is connected with. */
export const QuestionFields = ({ form }: PartProps) => {
  const text = useText()
  return (
    <Box>
      <Words form={form} />
      <WideSection title={text('bank.field.answerAnchors')} about={text('bank.hint.anchors')}>
        <AnchorsField form={form} name="anchors" label={text('bank.field.answerAnchors')} />
      </WideSection>
      <Listening form={form} />
      <Section title={text('bank.field.competencies')} about={text('bank.part.informsAbout')}>
        <QuestionCompetencies form={form} />
      </Section>
      <Section title={text('bank.field.structureIds')} about={text('bank.part.structuresAbout')}>
        <QuestionStructures form={form} />
      </Section>
      <Practical form={form} />
    </Box>
  )
}
