import { linkToken } from '@assay/contracts'
import { useLocation } from 'react-router'

/** The one-time token of a link. It stands after the #, which browsers never send: no log can hold it. */
export const useLinkToken = (): string | null => {
  const { hash } = useLocation()
  const token = new URLSearchParams(hash.slice(1)).get('token')
  return linkToken.safeParse(token).success ? token : null
}
