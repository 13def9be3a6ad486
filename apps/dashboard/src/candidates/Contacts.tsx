import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { EmailAddress } from '../components/EmailAddress.tsx'
import { useText } from '../i18n/text.ts'
import { type ContactKind, contactParts } from './candidate-form.ts'
import { type Fact, Facts } from './Facts.tsx'
import { OutLink } from './OutLink.tsx'

const shown: Record<(typeof contactParts)[number], (value: string) => ReactNode> = {
  emails: (value) => (
    <Link href={`mailto:${encodeURIComponent(value).replace('%40', '@')}`} underline="always">
      <EmailAddress email={value} />
    </Link>
  ),
  phones: (value) => (
    <Link href={`tel:${value.replaceAll(/[^+\d]/g, '')}`} underline="always">
      {value}
    </Link>
  ),
  links: (value) => <OutLink href={value}>{value}</OutLink>,
}

const line = { listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 } as const

/** How to reach somebody; the first of each is the one that is used. */
export const Contacts = ({ candidate }: { candidate: Candidate }) => {
  const text = useText()
  const facts = contactParts.flatMap((part): Fact[] => {
    const all: { kind: ContactKind; value: string }[] = candidate[part]
    if (all.length === 0) return []
    const values = (
      <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 0.5 }}>
        {all.map(({ kind, value }) => (
          <Box component="li" key={value} sx={line}>
            {shown[part](value)}
            <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {text(`candidate.kind.${kind}`)}
            </Box>
          </Box>
        ))}
      </Box>
    )
    return [[text(`candidate.field.${part}`), values]]
  })
  if (facts.length === 0)
    return <Typography color="textSecondary">{text('candidate.part.contactsNone')}</Typography>
  return <Facts facts={facts} />
}
