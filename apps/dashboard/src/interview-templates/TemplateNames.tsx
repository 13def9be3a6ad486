import { type InterviewTemplate, updateInterviewTemplate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useNotify } from 'ra-core'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { Section } from '../components/Section.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { useTemplateCommands } from './template-commands.ts'

const pick = ({ name, purpose }: InterviewTemplate) => ({ name, purpose })
const fields = ['name', 'purpose'] as const

/** Only what was changed is sent: someone else's change of the other field stands. */
const useNames = (template: InterviewTemplate) => {
  const notify = useNotify()
  const commands = useTemplateCommands()
  return useRevisedForm({
    shape: updateInterviewTemplate,
    record: template,
    pick,
    save: async (values, base) => {
      const changed = fields.filter((field) => values[field] !== base[field])
      const change = Object.fromEntries(changed.map((field) => [field, values[field]]))
      const saved = await commands.rename(base, change)
      notify('templatePage.saved')
      return saved
    },
  })
}

export const TemplateNames = ({ template }: { template: InterviewTemplate }) => {
  const text = useText()
  const { form, submission, theirs, base, keepMine, takeTheirs } = useNames(template)
  const { errors, isDirty } = form.formState
  const typed = form.getValues()
  const differences = fields
    .filter((field) => theirs && typed[field] !== theirs[field] && theirs[field] !== base[field])
    .map((field) => ({
      label: text(`templatePage.${field}`),
      mine: typed[field] ?? '',
      theirs: theirs?.[field] ?? '',
    }))
  return (
    <Section title={text('templatePage.rename')}>
      <FormStack onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
        {theirs ? (
          <RevisionConflict differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
        ) : (
          <ProblemNotice problem={submission.problem} />
        )}
        <Field
          label={text('templatePage.name')}
          hint={text('templatePage.nameHint')}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name')}
        />
        <Field
          label={text('templatePage.purpose')}
          hint={text('templatePage.purposeHint')}
          multiline
          minRows={2}
          error={errors.purpose?.message}
          {...form.register('purpose')}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <SubmitButton sending={submission.sending} missing={!isDirty && text('saveBar.unchanged')}>
            {text('templatePage.save')}
          </SubmitButton>
        </Box>
      </FormStack>
    </Section>
  )
}
