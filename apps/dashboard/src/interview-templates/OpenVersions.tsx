import type { VersionSummary } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { Moment } from '../components/Moment.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { versionAddress } from './template-address.ts'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionStatusMark } from './VersionStatusMark.tsx'

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2,
  rowGap: 1,
  alignItems: 'center',
  py: 1.5,
  '&:first-of-type': { pt: 0 },
  '&:last-of-type': { pb: 0 },
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const

const OpenVersion = ({ version }: { version: VersionSummary }) => {
  const text = useText()
  const { id, status, number, createdBy, updatedAt, note } = version
  return (
    <Box component="li" sx={{ listStyle: 'none', ...line }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, display: 'grid', gap: 0.5, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
          <VersionStatusMark status={status}>
            {text('template.openVersion', { status: text(`template.status.${status}`), number })}
          </VersionStatusMark>
          <VersionFacts version={version} />
        </Box>
        {note && <span>{note}</span>}
        <Typography variant="body2" color="textSecondary">
          {createdBy ? text('template.by', { name: createdBy.name }) : text('template.byAssay')}
          {', '}
          <Moment at={updatedAt} relative />
        </Typography>
      </Box>
      <Button component={Link} to={versionAddress(id)} variant="outlined">
        {text(status === 'in_review' ? 'templatePage.review' : 'templatePage.edit')}
      </Button>
    </Box>
  )
}

/** Drafts and versions in review. */
export const OpenVersions = ({ versions }: { versions: readonly VersionSummary[] }) => {
  const text = useText()
  return (
    <Section title={text('templatePage.open')} about={text('templatePage.openAbout')}>
      {versions.length === 0 ? (
        <Typography color="textSecondary">{text('templatePage.openNone')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0 }}>
          {versions.map((version) => (
            <OpenVersion key={version.id} version={version} />
          ))}
        </Box>
      )}
    </Section>
  )
}
