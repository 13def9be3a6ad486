import { useNotify } from 'ra-core'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { blankCandidate, candidateShape, saidValues } from './candidate-form.ts'
import { candidateAddress, CANDIDATES, useCandidateCommands } from './candidate-requests.ts'
import { CandidateFields } from './CandidateFields.tsx'
import { LikelyDuplicates, LikelyNote, useLikely } from './LikelyDuplicates.tsx'

/** Somebody new, with a look at who may be here already. */
export const CandidateNew = () => {
  const text = useText()
  const notify = useNotify()
  const commands = useCandidateCommands()
  const [made, setMade] = useState<string | null>(null)
  const { form, submission, submit } = useCommandForm({
    shape: candidateShape,
    start: blankCandidate,
    send: async (values) => {
      const { id } = await commands.create({ ...values, customValues: saidValues(values.customValues) })
      notify('candidate.created')
      setMade(id)
    },
  })
  const likely = useLikely(form)
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  useUnsaved(isDirty && made === null)
  if (made !== null) return <Navigate to={candidateAddress(made)} replace />
  return (
    <Page
      title={text('candidate.add')}
      lead={text('candidate.newLead')}
      above={<BackTo to={CANDIDATES}>{text('candidate.back')}</BackTo>}
    >
      <form noValidate onSubmit={submit}>
        <CandidateFields form={form} />
        <LikelyDuplicates found={likely} />
        <SaveBar
          verb={text('candidate.create')}
          dirty={isDirty}
          idle={text('saveBar.empty')}
          sending={submission.sending}
          note={
            <LikelyNote found={likely}>{text(wrong ? 'candidate.wrong' : 'candidate.unsaved')}</LikelyNote>
          }
          problem={submission.problem}
        />
      </form>
    </Page>
  )
}
