import { useGetList, type RaRecord } from 'ra-core'

const resourceOf: Record<string, string> = {
  competencies: 'competencies',
  structureIds: 'answer-structures',
}

/** Fields that hold links are told by the names of what they lead to, not by ids. */
export const useEntryNames = (field: string | null): ((id: string) => string) => {
  const resource = field === null ? undefined : resourceOf[field]
  const { data = [] } = useGetList<RaRecord & { name: string }>(
    resource ?? 'competencies',
    { pagination: { page: 1, perPage: 500 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: resource !== undefined },
  )
  return (id) => (resource === undefined ? id : (data.find((entry) => entry.id === id)?.name ?? id))
}
