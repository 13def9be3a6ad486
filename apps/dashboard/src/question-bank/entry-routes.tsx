import type { FieldValues } from 'react-hook-form'
import { Route } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import type { BankKind, BankRow } from './bank-kind.ts'
import { EntryEdit } from './EntryEdit.tsx'
import { EntryNew } from './EntryNew.tsx'
import { EntryShow } from './EntryShow.tsx'

/** The pages of one kind: its list, a new one, one to read, one to write. */
export const entryRoutes = <Row extends BankRow, Values extends FieldValues>(kind: BankKind<Row, Values>) => (
  <Route path={kind.resource}>
    <Route index element={<kind.List />} />
    <Route path="new" element={<EntryNew kind={kind} />} />
    <Route path=":id" element={<EntryShow kind={kind} />} />
    <Route path=":id/edit" element={<EntryEdit kind={kind} />} />
    <Route path="*" element={<NotFoundState />} />
  </Route>
)
