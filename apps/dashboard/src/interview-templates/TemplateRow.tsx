import type { InterviewTemplate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { templateAddress } from './template-address.ts'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionStatusMark } from './VersionStatusMark.tsx'

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
  columnGap: 3,
  rowGap: 0.75,
  px: 2,
  py: 1.75,
  position: 'relative',
  '&:hover': { bgcolor: 'surface.sunken' },
  // The whole row is the link; readers hear the name only.
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
} as const

const marks = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 0.75,
  alignContent: 'start',
  justifyContent: { md: 'flex-end' },
} as const

/** A template in the list: what it is for, what is in use, and what is being written. */
export const TemplateRow = ({ template }: { template: InterviewTemplate }) => {
  const text = useText()
  const { id, name, purpose, published, open } = template
  return (
    <Box sx={row}>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <TextLink to={templateAddress(id)} underline="none" sx={{ fontWeight: 600, color: 'text.primary' }}>
          {name}
        </TextLink>
        {purpose && (
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25, maxWidth: '72ch' }}>
            {purpose}
          </Box>
        )}
        <Box sx={{ color: 'text.secondary', mt: 0.5 }}>
          {published ? <VersionFacts version={published} /> : text('template.notPublished')}
        </Box>
      </Box>
      <Box sx={marks}>
        {published && (
          <VersionStatusMark status="published">
            {text('template.version', { number: published.number })}
          </VersionStatusMark>
        )}
        {open.map(({ id: versionId, status, number }) => (
          <VersionStatusMark key={versionId} status={status}>
            {text('template.openVersion', { status: text(`template.status.${status}`), number })}
          </VersionStatusMark>
        ))}
      </Box>
    </Box>
  )
}
