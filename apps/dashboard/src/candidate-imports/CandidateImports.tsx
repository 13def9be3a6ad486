import { id } from '@assay/contracts'
import type { ComponentType } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ColumnsPage } from './ColumnsPage.tsx'
import { ImportPage } from './ImportPage.tsx'
import { ImportStart } from './ImportStart.tsx'

const One = ({ Screen }: { Screen: ComponentType<{ id: string }> }) => {
  const { importId = '' } = useParams()
  return id.safeParse(importId).success ? <Screen key={importId} id={importId} /> : <NotFoundState />
}

/** Files of candidates: read in, matched, checked, imported. */
export const CandidateImports = () => (
  <Permitted permission="candidates.import">
    <Routes>
      <Route index element={<ImportStart />} />
      <Route path=":importId" element={<One Screen={ImportPage} />} />
      <Route path=":importId/columns" element={<One Screen={ColumnsPage} />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  </Permitted>
)
