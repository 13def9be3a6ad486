import type { Candidate } from '@assay/contracts'
import { type Text, useText } from '../i18n/text.ts'

type Occupied = Pick<Candidate, 'headline' | 'company'>

/** What somebody does, and where, as far as it is known. */
export const occupationOf = ({ headline, company }: Occupied, text: Text): string | null =>
  headline && company ? text('candidate.from', { headline, company }) : (headline ?? company)

export const useOccupation = (person: Occupied): string | null => occupationOf(person, useText())
