import { fold } from '@assay/contracts'

export type Medium = 'email' | 'phone' | 'link'

/** A number with and without the country's code ends in the same nine digits. */
const PHONE_DIGITS = 9

const ofEmail = (value: string): string => {
  const at = value.lastIndexOf('@')
  const local = value.slice(0, at).split('+')[0] ?? ''
  return fold(`${local}${value.slice(at)}`)
}

const ofPhone = (value: string): string => {
  const [number = ''] = value.split(/[a-z]/i)
  return number.replaceAll(/\D/g, '').slice(-PHONE_DIGITS)
}

/** Scheme, www, the country of a LinkedIn address, tracking and the last slash make no other page. */
const ofLink = (value: string): string => {
  const url = URL.parse(/^https?:/i.test(value) ? value : `https://${value}`)
  if (url === null) return fold(value)
  const host = url.hostname.replace(/^(?:www|m)\./, '').replace(/^[a-z]{2}\.(?=linkedin\.com$)/, '')
  const tracking = [...url.searchParams.keys()].filter((name) => /^utm_/i.test(name))
  for (const name of tracking) url.searchParams.delete(name)
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`.toLowerCase().slice(0, 500)
}

const MATCHED: Record<Medium, (value: string) => string> = { email: ofEmail, phone: ofPhone, link: ofLink }

/** What two spellings of one address have in common; empty for what cannot be compared. */
export const matchedOf = (medium: Medium, value: string): string => MATCHED[medium](value)
