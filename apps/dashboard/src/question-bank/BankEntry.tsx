import { id as entryId } from '@assay/contracts'
import { useGetOne } from 'ra-core'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import type { BankResource, BankRow } from './bank-kind.ts'

interface BankEntryProps<Row> {
  resource: BankResource
  children: (row: Row) => ReactNode
}

const Loaded = <Row extends BankRow>({ resource, id, children }: BankEntryProps<Row> & { id: string }) => {
  const { data, error, refetch } = useGetOne<Row>(resource, { id })
  if (data) return children(data)
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

/** The entry that the address names. What cannot be an id is nobody's: the server would call it a mistake. */
export const BankEntry = <Row extends BankRow>(props: BankEntryProps<Row>) => {
  const { id = '' } = useParams()
  return entryId.safeParse(id).success ? <Loaded {...props} id={id} key={id} /> : <NotFoundState />
}
