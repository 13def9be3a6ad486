import type { InterviewTemplateVersion } from '@assay/contracts'
import { useGetOne } from 'ra-core'

/** One version with what it says. */
export const useVersion = (id: string) =>
  useGetOne<InterviewTemplateVersion>('interview-template-versions', { id })
