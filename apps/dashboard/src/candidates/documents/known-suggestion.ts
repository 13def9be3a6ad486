import { type Candidate, type DocumentSuggestion, fold } from '@assay/contracts'

const digits = (text: string): string => text.replaceAll(/\D/g, '')
const bareLink = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')

/** Whether it stands with the candidate already, however it is written there. */
export const isKnown = (
  { name, emails, phones, links }: Pick<Candidate, 'name' | 'emails' | 'phones' | 'links'>,
  { field, value }: Pick<DocumentSuggestion, 'field' | 'value'>,
): boolean => {
  if (field === 'name') return fold(name) === fold(value)
  if (field === 'email') return emails.some((one) => one.value.toLowerCase() === value.toLowerCase())
  if (field === 'phone') return phones.some((one) => digits(one.value) === digits(value))
  return links.some((one) => bareLink(one.value) === bareLink(value))
}
