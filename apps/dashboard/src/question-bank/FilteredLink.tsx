import type { ReactNode } from 'react'
import { TextLink } from '../components/TextLink.tsx'
import { bankAddress, type BankResource } from './bank-kind.ts'

const filteredAddress = (resource: BankResource, filter: Record<string, unknown>): string =>
  `${bankAddress(resource)}?filter=${encodeURIComponent(JSON.stringify(filter))}`

/** To a list of the bank, already filtered. */
export const FilteredLink = ({
  resource,
  filter,
  children,
}: {
  resource: BankResource
  filter: Record<string, unknown>
  children: ReactNode
}) => (
  <TextLink to={filteredAddress(resource, filter)} underline="hover">
    {children}
  </TextLink>
)
