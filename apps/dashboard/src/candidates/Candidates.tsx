import { id } from '@assay/contracts'
import { type ComponentType, lazy } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { CandidateEdit } from './CandidateEdit.tsx'
import { CandidateList } from './CandidateList.tsx'
import { CandidateNew } from './CandidateNew.tsx'
import { CandidatePage } from './CandidatePage.tsx'

const CandidateImports = lazy(async () => ({
  default: (await import('../candidate-imports/CandidateImports.tsx')).CandidateImports,
}))

/** What cannot be an id is nobody's: the server would call it a mistake in the request. */
const One = ({ Screen }: { Screen: ComponentType<{ id: string }> }) => {
  const { candidateId = '' } = useParams()
  return id.safeParse(candidateId).success ? <Screen key={candidateId} id={candidateId} /> : <NotFoundState />
}

/** People who apply: found, read, written, merged. */
export const Candidates = () => (
  <Permitted permission="candidates.read">
    <Routes>
      <Route index element={<CandidateList />} />
      <Route
        path="new"
        element={
          <Permitted permission="candidates.manage">
            <CandidateNew />
          </Permitted>
        }
      />
      <Route path="imports/*" element={<CandidateImports />} />
      <Route path=":candidateId" element={<One Screen={CandidatePage} />} />
      <Route
        path=":candidateId/edit"
        element={
          <Permitted permission="candidates.manage">
            <One Screen={CandidateEdit} />
          </Permitted>
        }
      />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  </Permitted>
)
