import type { InterviewTemplate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { useText } from '../i18n/text.ts'
import { templateAddress } from './template-address.ts'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionStatusMark } from './VersionStatusMark.tsx'

const marks = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 0.75,
  alignContent: 'start',
  justifyContent: { sm: 'flex-end' },
} as const

/** A template in the list: what it is for, what is in use, and what is being written. */
export const TemplateRow = ({ template }: { template: InterviewTemplate }) => {
  const text = useText()
  const { id, name, purpose, published, open } = template
  return (
    <LinkedRow
      to={templateAddress(id)}
      title={name}
      aside={
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
      }
    >
      {purpose && <Box sx={{ mt: 0.25, maxWidth: '72ch' }}>{purpose}</Box>}
      <Box sx={{ mt: 0.5 }}>
        {published ? <VersionFacts version={published} /> : text('template.notPublished')}
      </Box>
    </LinkedRow>
  )
}
