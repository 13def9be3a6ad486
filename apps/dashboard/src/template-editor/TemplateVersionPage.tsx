import { id as versionId, type InterviewTemplateVersion } from '@assay/contracts'
import { useParams } from 'react-router'
import { asProblem } from '../api/problem.ts'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useVersion } from '../interview-templates/useVersion.ts'
import { heldDraft, subjectOfVersion } from './draft/open-drafts.ts'
import { useLeftCopies } from '../drafts/useLeftCopies.ts'
import { EditorPage } from './EditorPage.tsx'
import { LeftNotice } from './notices/LeftNotice.tsx'
import { ReadingPage } from './ReadingPage.tsx'

/** Somebody who still has something unsaved in it goes on seeing it, whatever became of the version. */
const isWritten = ({ id, status, may }: InterviewTemplateVersion): boolean =>
  (status === 'draft' && may.edit.allowed) || heldDraft(id)?.settled === false

/** Trying again changes nothing: what was written here goes nowhere from this page. */
const isOver = (error: Error): boolean => ['not_found', 'forbidden'].includes(asProblem(error).code)

const Loaded = ({ id }: { id: string }) => {
  const { data, error, refetch } = useVersion(id)
  const left = useLeftCopies(subjectOfVersion(id))
  if (data && left) {
    return isWritten(data) ? (
      <EditorPage version={data} left={left} />
    ) : (
      <ReadingPage version={data} left={left} />
    )
  }
  if (!error) return <PageLoading />
  return (
    <>
      {left && isOver(error) && <LeftNotice version={null} copies={left.copies} />}
      <ProblemState error={error} onRetry={() => void refetch()} />
    </>
  )
}

/** One version of a template: its editor while it is a draft, else what it says. */
export const TemplateVersionPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="interview-templates.read">
      {versionId.safeParse(id).success ? <Loaded key={id} id={id} /> : <NotFoundState />}
    </Permitted>
  )
}
