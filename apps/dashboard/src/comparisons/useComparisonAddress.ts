import { type ApplicationStatus, applicationStatuses } from '@assay/contracts'
import { useSearchParams } from 'react-router'
import { type Order, orders } from './comparison-words.ts'

export const views = ['table', 'dots', 'heat'] as const
export type View = (typeof views)[number]

/** A cell whose evidence stands open beside the page. */
export interface OpenCell {
  applicationId: string
  competencyId: string
}

export interface ComparisonAddress {
  /** As in the contract, with commas; null for the usual ones. */
  applicationIds: string | null
  view: View
  order: Order
  status: ApplicationStatus | null
  /** Null shows all. */
  competencies: readonly string[] | null
  openCell: OpenCell | null
}

const oneOf = <Known extends string>(known: readonly Known[], value: string | null): Known | null =>
  known.find((one) => one === value) ?? null

const cellIn = (value: string | null): OpenCell | null => {
  const [applicationId, competencyId] = value?.split('.') ?? []
  return applicationId && competencyId ? { applicationId, competencyId } : null
}

const addressIn = (search: URLSearchParams): ComparisonAddress => ({
  applicationIds: search.get('applicationIds'),
  view: oneOf(views, search.get('view')) ?? 'table',
  order: oneOf(orders, search.get('order')) ?? 'name',
  status: oneOf(applicationStatuses, search.get('status')),
  competencies: search.get('competencies')?.split(',') ?? null,
  openCell: cellIn(search.get('evidence')),
})

const searchOf = ({ applicationIds, view, order, status, competencies, openCell }: ComparisonAddress) => ({
  ...(applicationIds && { applicationIds }),
  ...(view !== 'table' && { view }),
  ...(order !== 'name' && { order }),
  ...(status && { status }),
  ...(competencies && { competencies: competencies.join(',') }),
  ...(openCell && { evidence: `${openCell.applicationId}.${openCell.competencyId}` }),
})

/** How the page is looked at: all of it stands in the address, so that a colleague sees the same. */
export const useComparisonAddress = () => {
  const [search, setSearch] = useSearchParams()
  const address = addressIn(search)
  const change = (next: Partial<ComparisonAddress>) =>
    setSearch(searchOf({ ...address, ...next }), { replace: true, preventScrollReset: true })
  return { address, change }
}
