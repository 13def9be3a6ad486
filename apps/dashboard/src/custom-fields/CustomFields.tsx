import { id } from '@assay/contracts'
import { Route, Routes, useParams } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { CustomFieldEdit } from './CustomFieldEdit.tsx'
import { CustomFieldList } from './CustomFieldList.tsx'
import { CustomFieldNew } from './CustomFieldNew.tsx'

/** What cannot be an id is no field's: the server would call it a mistake in the request. */
const One = () => {
  const { fieldId = '' } = useParams()
  return id.safeParse(fieldId).success ? <CustomFieldEdit key={fieldId} id={fieldId} /> : <NotFoundState />
}

/** What an organization wants to know of candidates: in order, added, renamed, put away. */
export const CustomFields = () => (
  <Permitted permission="custom-fields.manage">
    <Routes>
      <Route index element={<CustomFieldList />} />
      <Route path="new" element={<CustomFieldNew />} />
      <Route path=":fieldId" element={<One />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  </Permitted>
)
