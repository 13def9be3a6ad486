import type { CandidateDocument, CandidateDocumentDetail, DocumentKind } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../../api/request.ts'
import type { Outgoing } from '../../api/send.ts'
import { CANDIDATES_KEY, TIMELINE_KEY } from '../candidate-requests.ts'

const KEY = ['candidate-documents']
/** While a document is being read its state is asked for again. */
const READING_MS = 1_500

export const fileAddress = (id: string): string => `/candidate-documents/${id}/file`

export const useDocuments = (candidateId: string, removed: boolean) => {
  const query = new URLSearchParams({ range: '[0,99]', filter: JSON.stringify({ removed }) })
  return useQuery({
    queryKey: [...KEY, 'of', candidateId, removed],
    queryFn: async () =>
      (await request<CandidateDocument[]>(`/candidates/${candidateId}/documents?${query}`)).data,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'reading') ? READING_MS : false,
  })
}

/** With its text. A document that was read since is asked for again: `revision` is as the list shows it. */
export const useDocument = ({ id, revision }: CandidateDocument) =>
  useQuery({
    queryKey: [...KEY, 'one', id, revision],
    queryFn: async () => (await request<CandidateDocumentDetail>(`/candidate-documents/${id}`)).data,
  })

/** How a file is on its way, and what stops it. */
type Upload = Pick<Outgoing, 'signal' | 'onProgress'>

/** What recruiters do with documents. */
export const useDocumentCommands = () => {
  const queries = useQueryClient()
  const post = async (path: string, body: object, upload: Upload = {}): Promise<void> => {
    await request(path, {
      method: 'POST',
      body,
      ...upload,
      ...(body instanceof FormData ? {} : { idempotencyKey: newKey() }),
    })
    await queries.invalidateQueries({ queryKey: KEY })
    await queries.invalidateQueries({ queryKey: TIMELINE_KEY })
  }
  return {
    /** The same file is not stored twice, so sending again after a silence is safe. */
    add: async (
      candidateId: string,
      { file, kind, ...upload }: Upload & { file: File; kind: DocumentKind },
    ) => {
      const form = new FormData()
      form.append('kind', kind)
      form.append('file', file, file.name)
      await post(`/candidates/${candidateId}/documents`, form, upload)
    },
    remove: async (id: string, reason: string) => await post(`/candidate-documents/${id}/remove`, { reason }),
    restore: async (id: string) => await post(`/candidate-documents/${id}/restore`, {}),
    accept: async (id: string, suggestionId: string) => {
      await post(`/candidate-documents/${id}/accept`, { suggestionIds: [suggestionId] })
      await queries.invalidateQueries({ queryKey: CANDIDATES_KEY })
    },
  }
}
