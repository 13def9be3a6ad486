import type { Candidate } from '@assay/contracts'
import { useGetOne, useNotify } from 'ra-core'
import { Navigate, useNavigate } from 'react-router'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { candidateShape, changeOf, pickCandidate } from './candidate-form.ts'
import { candidateAddress, useCandidateCommands } from './candidate-requests.ts'
import { CandidateFields } from './CandidateFields.tsx'
import { LikelyDuplicates, LikelyNote, useLikely } from './LikelyDuplicates.tsx'
import { useCandidateDifferences } from './useCandidateDifferences.ts'

const Form = ({ candidate }: { candidate: Candidate }) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useCandidateCommands()
  const { form, submission, theirs, conflicts, keepMine, takeTheirs } = useRevisedForm({
    shape: candidateShape,
    record: candidate,
    pick: pickCandidate,
    save: async (values, base) => {
      const saved = await commands.save(base, changeOf(values, base))
      notify('action.saved')
      return saved
    },
  })
  const differences = useCandidateDifferences(conflicts)
  const likely = useLikely(form, candidate.id)
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <CandidateFields form={form} />
      <LikelyDuplicates found={likely} />
      {theirs && (
        <RevisionConflict differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
      )}
      <SaveBar
        verb={text('action.save')}
        dirty={isDirty}
        sending={submission.sending}
        note={<LikelyNote found={likely}>{text(wrong ? 'candidate.wrong' : 'candidate.unsaved')}</LikelyNote>}
        problem={theirs ? null : submission.problem}
        onDiscard={() => {
          form.reset()
          void navigate(candidateAddress(candidate.id))
        }}
      />
    </form>
  )
}

/** One person, to be written. */
export const CandidateEdit = ({ id }: { id: string }) => {
  const text = useText()
  const { data, error, refetch } = useGetOne<Candidate>('candidates', { id })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.mergedInto !== null) return <Navigate to={`${candidateAddress(data.mergedInto)}/edit`} replace />
  return (
    <Page
      title={data.name}
      windowTitle={text('candidate.editing', { name: data.name })}
      above={<BackTo to={candidateAddress(id)}>{text('candidate.toReading')}</BackTo>}
    >
      <Form candidate={data} />
    </Page>
  )
}
