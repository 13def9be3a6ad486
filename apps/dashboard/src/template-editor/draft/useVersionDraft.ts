import type { InterviewTemplateVersion } from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LeftCopies } from '../../drafts/useLeftCopies.ts'
import { useWrittenDraft } from '../../drafts/useWrittenDraft.ts'
import { openingOf, openVersions } from './open-drafts.ts'
import type { DraftSnapshot, VersionEngine } from './version-kind.ts'

/** The draft of a version while it is written. */
export const useVersionDraft = (
  version: InterviewTemplateVersion,
  left: LeftCopies,
): { engine: VersionEngine; snapshot: DraftSnapshot } => {
  const queries = useQueryClient()
  const { engine, snapshot: written } = useWrittenDraft(openVersions, openingOf(version, queries), left)
  const snapshot = useMemo((): DraftSnapshot => {
    const { told, beside, ...rest } = written
    return { ...rest, version: told, bank: beside }
  }, [written])
  return { engine, snapshot }
}
