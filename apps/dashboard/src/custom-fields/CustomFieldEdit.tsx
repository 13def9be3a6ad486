import type { CustomField, Json } from '@assay/contracts'
import { useGetOne, useNotify } from 'ra-core'
import { BackTo } from '../components/BackTo.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { touched, useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { fieldShape, pickField } from './custom-field-form.ts'
import { CUSTOM_FIELDS, useCustomFieldCommands } from './custom-field-requests.ts'
import { CustomFieldFields } from './CustomFieldFields.tsx'
import { CustomFieldKeeping } from './CustomFieldKeeping.tsx'

type OfField = { field: CustomField }

/** Choices by line, under the names they have. */
const shown = (value: Json | undefined): string => {
  if (Array.isArray(value)) return value.map(shown).join('\n')
  if (typeof value === 'object' && value !== null) return shown(value['name'])
  return value === undefined ? '—' : String(value)
}

const useFieldForm = (field: CustomField) => {
  const notify = useNotify()
  const commands = useCustomFieldCommands()
  return useRevisedForm({
    shape: fieldShape,
    record: field,
    pick: pickField,
    save: async (values, base) => {
      const saved = await commands.save(base, Object.fromEntries(touched(values, pickField(base))))
      notify('action.saved')
      return saved
    },
  })
}

const Form = ({ field }: OfField) => {
  const text = useText()
  const { form, submission, theirs, conflicts, keepMine, takeTheirs } = useFieldForm(field)
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  const isChoiceInUse = submission.problem?.code === 'entry_in_use'
  const differences = conflicts.map(({ path, mine, theirs: other }) => ({
    label: text(`customField.field.${path[0] === 'choices' ? 'choices' : 'name'}`),
    mine: shown(mine),
    theirs: shown(other),
  }))
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <CustomFieldFields form={form} standing />
      {theirs && (
        <RevisionConflict differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
      )}
      {isChoiceInUse && (
        <Notice kind="error" title={text('customField.choiceInUseTitle')}>
          {text('customField.choiceInUse')}
        </Notice>
      )}
      <SaveBar
        verb={text('action.save')}
        dirty={isDirty}
        sending={submission.sending}
        note={text(wrong ? 'customField.wrong' : 'customField.unsaved')}
        problem={theirs || isChoiceInUse ? null : submission.problem}
        onDiscard={() => form.reset()}
      />
    </form>
  )
}

/** One field, to be renamed, put away, or removed while nobody has filled it in. */
export const CustomFieldEdit = ({ id }: { id: string }) => {
  const text = useText()
  const { data: field, error, refetch } = useGetOne<CustomField>('custom-fields', { id })
  if (!field) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Page
      title={field.name}
      windowTitle={text('customField.editing', { name: field.name })}
      lead={text('customField.editLead')}
      above={<BackTo to={CUSTOM_FIELDS}>{text('customField.back')}</BackTo>}
      actions={<CustomFieldKeeping field={field} />}
    >
      <Form field={field} />
    </Page>
  )
}
