import { id } from '@assay/contracts'
import { type ComponentType, lazy } from 'react'
import { Route, Routes, useParams } from 'react-router'
import { ApplicationTable } from '../applications/ApplicationTable.tsx'
import { BoardPage } from '../applications/board/BoardPage.tsx'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { JobEdit } from './JobEdit.tsx'
import { JobList } from './JobList.tsx'
import { JobNew } from './JobNew.tsx'
import { JobPage } from './JobPage.tsx'

const ComparisonPage = lazy(async () => ({
  default: (await import('../comparisons/ComparisonPage.tsx')).ComparisonPage,
}))

/** What cannot be an id is no job's: the server would call it a mistake in the request. */
const One = ({ Screen }: { Screen: ComponentType<{ id: string }> }) => {
  const { jobId = '' } = useParams()
  return id.safeParse(jobId).success ? <Screen key={jobId} id={jobId} /> : <NotFoundState />
}

/** Openings, with their pipelines and teams. */
export const Jobs = () => (
  <Permitted permission="jobs.read">
    <Routes>
      <Route index element={<JobList />} />
      <Route
        path="new"
        element={
          <Permitted permission="jobs.manage">
            <JobNew />
          </Permitted>
        }
      />
      <Route path=":jobId/board" element={<One Screen={BoardPage} />} />
      <Route path=":jobId/applications" element={<One Screen={ApplicationTable} />} />
      <Route path=":jobId/comparison" element={<One Screen={ComparisonPage} />} />
      <Route path=":jobId" element={<One Screen={JobPage} />} />
      <Route
        path=":jobId/edit"
        element={
          <Permitted permission="jobs.manage">
            <One Screen={JobEdit} />
          </Permitted>
        }
      />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  </Permitted>
)
