import { chosenKinds } from '@assay/contracts'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { blankField, fieldShape } from './custom-field-form.ts'
import { CUSTOM_FIELDS, useCustomFieldCommands } from './custom-field-requests.ts'
import { CustomFieldFields } from './CustomFieldFields.tsx'

const Form = () => {
  const text = useText()
  const notify = useNotify()
  const commands = useCustomFieldCommands()
  const [isMade, setMade] = useState(false)
  const { form, submission, submit } = useCommandForm({
    shape: fieldShape,
    start: blankField,
    send: async ({ name, kind, choices }) => {
      // Choices that were written before another kind was taken are not meant any more.
      await commands.create({ name, kind, choices: chosenKinds.includes(kind) ? choices : [] })
      notify('customField.created')
      setMade(true)
    },
  })
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  useUnsaved(isDirty && !isMade)
  if (isMade) return <Navigate to={CUSTOM_FIELDS} replace />
  return (
    <form noValidate onSubmit={submit}>
      <CustomFieldFields form={form} />
      <SaveBar
        verb={text('customField.create')}
        dirty={isDirty}
        idle={text('saveBar.empty')}
        sending={submission.sending}
        note={text(wrong ? 'customField.wrong' : 'customField.unsaved')}
        problem={submission.problem}
      />
    </form>
  )
}

/** One more thing to know of candidates. */
export const CustomFieldNew = () => {
  const text = useText()
  return (
    <Page
      title={text('customField.newTitle')}
      lead={text('customField.newLead')}
      above={<BackTo to={CUSTOM_FIELDS}>{text('customField.back')}</BackTo>}
    >
      <Form />
    </Page>
  )
}
