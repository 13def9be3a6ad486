import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { TextLink } from '../../components/TextLink.tsx'
import { viewAddress } from './view.ts'

/** Leads to a place of the draft: shows the editing side where it is hidden, opens what is folded, and focuses it. */
export const PlaceLink = ({ place, children }: { place: string; children: ReactNode }) => {
  const { search } = useLocation()
  return (
    <TextLink
      replace
      to={viewAddress(search, { place })}
      sx={{ color: 'inherit', textDecorationColor: 'var(--assay-palette-divider)', overflowWrap: 'anywhere' }}
    >
      {children}
    </TextLink>
  )
}
