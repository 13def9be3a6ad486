import type { InterviewTemplateVersion, VersionDraft } from '@assay/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { mayOutlive } from '../api/keepalive.ts'
import { newKey, request } from '../api/request.ts'
import { versionAddress } from '../interview-templates/template-address.ts'
import { versionKey } from '../interview-templates/useVersion.ts'

/** What the server answered last is what whoever comes back to the page sees first. */
export const keepVersion = (queries: QueryClient, version: InterviewTemplateVersion): void =>
  void queries.setQueriesData({ queryKey: versionKey(version.id) }, version)

/** Lists, and other versions that a step has changed, are asked for again when somebody looks at them. */
export const forgetVersions = async (queries: QueryClient, ...ids: string[]): Promise<void> => {
  for (const id of ids) queries.removeQueries({ queryKey: versionKey(id) })
  await Promise.all(
    ['interview-templates', 'interview-template-versions'].map((resource) =>
      queries.invalidateQueries({ queryKey: [resource], refetchType: 'none' }),
    ),
  )
}

export const saveDraft = async (
  id: string,
  draft: VersionDraft,
  { revision, leaving = false }: { revision: number; leaving?: boolean },
): Promise<InterviewTemplateVersion> => {
  const body = { draft }
  const outgoing = {
    method: 'PATCH',
    body,
    ifMatch: revision,
    keepalive: leaving && mayOutlive(body),
  } as const
  return (await request<InterviewTemplateVersion>(versionAddress(id), outgoing)).data
}

export type StepName = 'submit-for-review' | 'return' | 'publish' | 'retire'

/** `seen` is the version as the person has read it: a step is taken with these words, or not at all. */
export const takeStep = async (
  seen: InterviewTemplateVersion,
  step: StepName,
  told?: { note: string },
): Promise<InterviewTemplateVersion> => {
  // The bank's words may change while the revision stays: the two steps that freeze them name the words themselves.
  const { wordsHash } = seen
  const freezes = step === 'publish' || step === 'submit-for-review'
  const body = { ...told, ...(freezes && { wordsHash }) }
  const outgoing = {
    method: 'POST',
    idempotencyKey: newKey(),
    ifMatch: seen.revision,
    ...(told && { body }),
  } as const
  return (await request<InterviewTemplateVersion>(`${versionAddress(seen.id)}/${step}`, outgoing)).data
}

export const discardDraft = async (id: string): Promise<void> => {
  await request(versionAddress(id), { method: 'DELETE' })
}
