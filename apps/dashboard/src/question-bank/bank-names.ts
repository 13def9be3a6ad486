import type { Area } from '@assay/contracts'
import { useGetList, useGetManyAggregate } from 'ra-core'
import type { Option } from '../components/Choice.tsx'
import { useText } from '../i18n/text.ts'
import type { BankRow } from './bank-kind.ts'

type Named = BankRow & { name: string }
export type NamedResource = 'competencies' | 'answer-structures'

const EVERYTHING = { page: 1, perPage: 500 }

/** The names behind ids; while they load, none. Asked for once for all rows of a page. */
export const useNames = (resource: NamedResource, ids: readonly string[]): ((id: string) => string) => {
  const text = useText()
  const { data } = useGetManyAggregate<Named>(resource, { ids: [...ids] }, { enabled: ids.length > 0 })
  return (id) => {
    const found = data?.find((one) => one?.id === id)
    if (!found) return ''
    // What is named may be archived by now: it can stay or go, and is not offered again.
    return found.archivedAt ? text('bank.archivedName', { name: found.name }) : found.name
  }
}

/** Live entries to choose from. */
export const useChoices = (resource: NamedResource): Option[] => {
  const { data = [] } = useGetList<Named>(resource, {
    pagination: EVERYTHING,
    sort: { field: 'name', order: 'ASC' },
    filter: {},
  })
  return data.map(({ id, name }) => ({ value: id, label: name }))
}

/** The areas in their own order, named by key. */
export const useAreas = (): Option[] => {
  const { data = [] } = useGetList<Area>('areas', {
    pagination: EVERYTHING,
    sort: { field: 'position', order: 'ASC' },
    filter: {},
  })
  return data.map(({ key, name }) => ({ value: key, label: name }))
}
