import { type Debrief, writeDebriefNotes } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import type { ReactNode } from 'react'
import { Field } from '../components/Field.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { Prose } from '../components/Prose.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { Section } from '../components/Section.tsx'
import { useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { useDebriefCommands } from './debrief-requests.ts'

interface NotesProps {
  debrief: Debrief
  id: string
}

const Part = ({ children }: { children: ReactNode }) => {
  const text = useText()
  return (
    <Section title={text('debrief.notes')} about={text('debrief.notesAbout')}>
      {children}
    </Section>
  )
}

/** What others wrote meanwhile is put beside what was typed, and the person chooses. */
const Writing = ({ debrief, id }: NotesProps) => {
  const text = useText()
  const notify = useNotify()
  const commands = useDebriefCommands(debrief.applicationId, id)
  const { form, submission, theirs, base, keepMine, takeTheirs } = useRevisedForm({
    shape: writeDebriefNotes,
    record: { revision: debrief.revision ?? 0, notes: debrief.notes ?? '' },
    pick: ({ notes }) => ({ notes }),
    save: async ({ notes }, { revision }) => {
      const saved = await commands.write(notes, revision)
      notify('debrief.notesSaved')
      return { revision: saved.revision ?? revision, notes: saved.notes ?? '' }
    },
  })
  const { isDirty, errors } = form.formState
  const mine = form.watch('notes')
  const differs = theirs && mine !== base.notes && mine !== theirs.notes
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <Part>
        <FormPart>
          <Field
            label={text('debrief.notesLabel')}
            multiline
            minRows={5}
            error={errors.notes?.message}
            {...form.register('notes')}
          />
          {theirs ? (
            <RevisionConflict
              differences={differs ? [{ label: text('debrief.notes'), mine, theirs: theirs.notes }] : []}
              onKeepMine={keepMine}
              onTakeTheirs={takeTheirs}
            />
          ) : (
            <ProblemNotice problem={submission.problem} />
          )}
        </FormPart>
      </Part>
      <SaveBar
        verb={text('debrief.notesSave')}
        dirty={isDirty}
        sending={submission.sending}
        onDiscard={() => form.reset()}
      />
    </form>
  )
}

const Written = ({ notes }: { notes: string | null }) => {
  const text = useText()
  if (notes) return <Prose>{notes}</Prose>
  return (
    <Typography variant="body2" color="textSecondary">
      {text(notes === null ? 'debrief.notesErased' : 'debrief.notesNone')}
    </Typography>
  )
}

/** What was said, as somebody wrote it down. Everybody reads it as soon as it is saved. */
export const DebriefNotes = (props: NotesProps) => {
  const { may, notes } = props.debrief
  if (may.writeNotes.allowed) return <Writing {...props} />
  return (
    <Part>
      <Written notes={notes} />
    </Part>
  )
}
