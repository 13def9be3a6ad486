import type { CandidateImportDetail, ImportPreview, Job, UpdateCandidateImport } from '@assay/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useGetList } from 'ra-core'
import { newKey, request } from '../api/request.ts'

export const IMPORTS = '/candidates/imports'
export const importAddress = (id: string): string => `${IMPORTS}/${id}`
export const columnsAddress = (id: string): string => `${IMPORTS}/${id}/columns`
export const reportAddress = (id: string): string => `/candidate-imports/${id}/rows-to-mend.csv`

/** Whether its columns can still be said to be something else. */
export const isChangeable = ({ state, isCleared }: CandidateImportDetail): boolean =>
  !isCleared && (state === 'mapping' || state === 'checked' || state === 'stopped')

const KEY = ['candidate-imports']
/** While something works on it, it is asked for again. */
const WORKING_MS = 700

const isAtWork = (data: CandidateImportDetail | undefined): boolean =>
  data?.state === 'checking' || data?.state === 'running'

export const useImport = (id: string) =>
  useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: async () => (await request<CandidateImportDetail>(`/candidate-imports/${id}`)).data,
    refetchInterval: ({ state: { data } }) => (isAtWork(data) ? WORKING_MS : false),
  })

/** As its columns are matched now. */
export const usePreview = ({ id, revision }: CandidateImportDetail) =>
  useQuery({
    queryKey: [...KEY, 'preview', id, revision],
    placeholderData: keepPreviousData,
    queryFn: async () => (await request<ImportPreview>(`/candidate-imports/${id}/preview`)).data,
  })

/** Jobs that take applications; undefined while they are awaited. */
export const useOpenJobs = (): Job[] | undefined =>
  useGetList<Job>('jobs', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'title', order: 'ASC' },
    filter: { status: 'open' },
  }).data

/** What is done with imports. Each answer is the import as it is then. */
export const useImportCommands = () => {
  const queries = useQueryClient()
  const held = async (work: Promise<{ data: CandidateImportDetail }>): Promise<CandidateImportDetail> => {
    const { data } = await work
    queries.setQueryData([...KEY, 'one', data.id], data)
    return data
  }
  const step = (name: 'check' | 'run' | 'stop') => async (id: string) =>
    await held(
      request(`/candidate-imports/${id}/${name}`, { method: 'POST', body: {}, idempotencyKey: newKey() }),
    )
  return {
    /** Into an import of its own, or further résumés into one. */
    send: async (file: File, id: string | null) => {
      const form = new FormData()
      form.append('file', file, file.name)
      const path = id === null ? '/candidate-imports' : `/candidate-imports/${id}/files`
      return await held(request(path, { method: 'POST', body: form }))
    },
    save: async ({ id, revision }: CandidateImportDetail, change: UpdateCandidateImport) =>
      await held(request(`/candidate-imports/${id}`, { method: 'PATCH', body: change, ifMatch: revision })),
    check: step('check'),
    run: step('run'),
    stop: step('stop'),
    remove: async (id: string) => {
      await request(`/candidate-imports/${id}`, { method: 'DELETE' })
      await queries.invalidateQueries({ queryKey: KEY })
    },
    /** Anew, as others may have changed it. */
    refresh: async (id: string) => await queries.invalidateQueries({ queryKey: [...KEY, 'one', id] }),
  }
}
