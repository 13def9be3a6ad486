import type {
  CreateInterviewTemplate,
  ImportTemplate,
  InterviewTemplate,
  InterviewTemplateVersion,
  TemplateImport,
} from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

type NewTemplate = Pick<CreateInterviewTemplate, 'name'> & Partial<CreateInterviewTemplate>

export interface TemplateCommands {
  create: (facts: NewTemplate) => Promise<InterviewTemplate>
  clone: (id: string, name: string) => Promise<InterviewTemplate>
  rename: (base: InterviewTemplate, change: Partial<CreateInterviewTemplate>) => Promise<InterviewTemplate>
  archive: (id: string) => Promise<InterviewTemplate>
  restore: (id: string) => Promise<InterviewTemplate>
  beginVersion: (templateId: string) => Promise<InterviewTemplateVersion>
  /** A dry run changes nothing. */
  import: (wanted: Partial<Omit<ImportTemplate, 'file'>> & { file: unknown }) => Promise<TemplateImport>
}

/** What people do with templates as a whole; what is done with one version belongs to its editor. */
export const useTemplateCommands = (): TemplateCommands => {
  const queries = useQueryClient()
  const post = async <T>(path: string, body?: unknown): Promise<T> => {
    const { data } = await request<T>(path, { method: 'POST', body, idempotencyKey: newKey() })
    await Promise.all(
      ['interview-templates', 'interview-template-versions'].map((resource) =>
        queries.invalidateQueries({ queryKey: [resource] }),
      ),
    )
    return data
  }
  return {
    create: async (facts) => await post('/interview-templates', facts),
    clone: async (id, name) => await post(`/interview-templates/${id}/clone`, { name }),
    rename: async (base, change) => {
      const { data } = await request<InterviewTemplate>(`/interview-templates/${base.id}`, {
        method: 'PATCH',
        body: change,
        ifMatch: base.revision,
      })
      await queries.invalidateQueries({ queryKey: ['interview-templates'] })
      return data
    },
    archive: async (id) => await post(`/interview-templates/${id}/archive`),
    restore: async (id) => await post(`/interview-templates/${id}/restore`),
    beginVersion: async (templateId) => await post('/interview-template-versions', { templateId }),
    import: async (wanted) =>
      wanted.dryRun
        ? (await request<TemplateImport>('/interview-templates/import', { method: 'POST', body: wanted }))
            .data
        : await post('/interview-templates/import', wanted),
  }
}
