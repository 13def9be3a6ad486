import type { InterviewTemplateVersion } from '@assay/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { subjectOf } from '../../drafts/device-text.ts'
import { OpenDrafts, type Opening } from '../../drafts/open-drafts.ts'
import { keepVersion, saveDraft } from '../version-requests.ts'
import { versionKind, type VersionParts } from './version-kind.ts'

export const openVersions = new OpenDrafts(versionKind)
export const { held: heldDraft, drop: dropDraft } = openVersions

export const subjectOfVersion = (id: string): string => subjectOf(versionKind, id)

export const openingOf = (
  version: InterviewTemplateVersion,
  queries: QueryClient,
): Opening<VersionParts> => ({
  id: version.id,
  told: version,
  title: `${version.template.name} (${version.number})`,
  save: async (draft, revision, leaving) => {
    const saved = await saveDraft(version.id, draft, { revision, leaving })
    keepVersion(queries, saved)
    return saved
  },
})
