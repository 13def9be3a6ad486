import type { Candidate } from '@assay/contracts'
import { useText } from '../i18n/text.ts'

/** What somebody does, and where, as far as it is known. */
export const useOccupation = ({
  headline,
  company,
}: Pick<Candidate, 'headline' | 'company'>): string | null => {
  const text = useText()
  return headline && company ? text('candidate.from', { headline, company }) : (headline ?? company)
}
