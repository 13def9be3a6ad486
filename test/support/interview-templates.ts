import { expect } from '@jest/globals'
import type {
  InterviewTemplate,
  InterviewTemplateVersion,
  VersionContent,
  VersionDraft,
} from '@assay/contracts'
import type { Answer, HttpClient } from './http-client.ts'
import { bankOf } from './question-bank.ts'

export const TEMPLATES = '/api/v1/interview-templates'
export const VERSIONS = '/api/v1/interview-template-versions'

const read = <Body>(answer: Answer, status = 200): Body => {
  expect([answer.status, answer.status === status ? '' : answer.text]).toEqual([status, ''])
  return answer.json<Body>()
}

/** Interview templates as one person sees and writes them. Each call must succeed. */
export const templatesOf = (client: HttpClient) => {
  const bank = bankOf(client)
  const version = async (id: string) => read<InterviewTemplateVersion>(await client.get(`${VERSIONS}/${id}`))
  const step = async (id: string, command: string, body?: object) =>
    read<InterviewTemplateVersion>(await client.post(`${VERSIONS}/${id}/${command}`, body ?? {}))
  return {
    ...bank,
    kit: (key: string) => bank.byKey<InterviewTemplate>('interview-templates', key),
    version,
    step,
    preview: async (id: string) => read<VersionContent>(await client.get(`${VERSIONS}/${id}/preview`)),
    /** A template of one's own, cloned from a built-in kit: one draft, complete. */
    clone: async (key: string, name: string): Promise<InterviewTemplateVersion> => {
      const { id } = await bank.byKey<InterviewTemplate>('interview-templates', key)
      const made = read<InterviewTemplate>(await client.post(`${TEMPLATES}/${id}/clone`, { name }), 201)
      return version(made.open[0]!.id)
    },
    draftOf: async (templateId: string) =>
      read<InterviewTemplateVersion>(await client.post(VERSIONS, { templateId }), 201),
    save: async (seen: InterviewTemplateVersion, change: (draft: VersionDraft) => void) => {
      const draft = structuredClone(seen.draft!)
      change(draft)
      return read<InterviewTemplateVersion>(
        await client.patch(`${VERSIONS}/${seen.id}`, { draft }, seen.revision),
      )
    },
  }
}

export type Templates = ReturnType<typeof templatesOf>
