import type { Candidate, DocumentSuggestion } from '@assay/contracts'

export type Contacts = Pick<Candidate, 'name' | 'emails' | 'phones' | 'links'>
type Found = Pick<DocumentSuggestion, 'field' | 'value'>

const LISTS = { email: 'emails', phone: 'phones', link: 'links' } as const

/**
 * The change that writes suggestions to a candidate: a name takes the place of the one before, anything else is added
 * behind what is there. What is there already is not added again.
 */
export const changeFor = (before: Contacts, chosen: readonly Found[]): Partial<Contacts> => {
  const change: Partial<Contacts> = {}
  for (const { field, value } of chosen) {
    if (field === 'name') {
      change.name = value
      continue
    }
    const list = LISTS[field]
    const present: { kind: string; value: string }[] = change[list] ?? before[list]
    if (present.some((one) => one.value.toLowerCase() === value.toLowerCase())) continue
    change[list] = [...present, { kind: kindOf(field, value), value }] as never
  }
  return change
}

const kindOf = (field: 'email' | 'phone' | 'link', value: string): string => {
  if (field !== 'link') return 'other'
  const host = URL.parse(value)?.hostname.replace(/^www\./, '') ?? ''
  if (host === 'linkedin.com' || host.endsWith('.linkedin.com')) return 'profile'
  return host === 'github.com' || host === 'gitlab.com' ? 'code' : 'other'
}
