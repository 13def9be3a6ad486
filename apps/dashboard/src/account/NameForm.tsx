import type { renameUser, User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import type { RevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'

interface NameFormProps {
  revised: RevisedForm<typeof renameUser, User>
  label: string
}

/** A person's name: their own, or given by an admin. */
export const NameForm = ({
  revised: { form, submission, theirs, keepMine, takeTheirs },
  label,
}: NameFormProps) => {
  const text = useText()
  return (
    <FormStack onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      {theirs ? (
        <RevisionConflict
          differences={[{ label, mine: form.getValues('name'), theirs: theirs.name }]}
          onKeepMine={keepMine}
          onTakeTheirs={takeTheirs}
        />
      ) : (
        <ProblemNotice problem={submission.problem} />
      )}
      <Field
        label={label}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register('name')}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <SubmitButton
          sending={submission.sending}
          missing={!form.formState.isDirty && text('saveBar.unchanged')}
        >
          {text('action.save')}
        </SubmitButton>
      </Box>
    </FormStack>
  )
}
