import { id } from '@assay/contracts'
import { Route, Routes, useParams } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ImportPage } from './ImportPage.tsx'
import { TemplateList } from './TemplateList.tsx'
import { TemplatePage } from './TemplatePage.tsx'

/** What cannot be an id is no template's: the server would call it a mistake in the request. */
const One = () => {
  const { templateId = '' } = useParams()
  return id.safeParse(templateId).success ? (
    <TemplatePage key={templateId} id={templateId} />
  ) : (
    <NotFoundState />
  )
}

/** The kits: what each interview asks and rates by, and the history of their versions. */
export const InterviewTemplates = () => (
  <Permitted permission="interview-templates.read">
    <Routes>
      <Route index element={<TemplateList />} />
      <Route
        path="import"
        element={
          <Permitted permission="interview-templates.manage">
            <ImportPage />
          </Permitted>
        }
      />
      <Route path=":templateId" element={<One />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  </Permitted>
)
