import type { VersionSummary } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { Moment } from '../components/Moment.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { fileNameOf } from './file-name.ts'
import { sheetAddress, versionAddress } from './template-address.ts'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionStatusMark } from './VersionStatusMark.tsx'

const Papers = ({ version, name }: { version: VersionSummary; name: string }) => {
  const text = useText()
  const { id, number } = version
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
      <Button component={Link} to={versionAddress(id)} variant="contained">
        {text('templatePage.read')}
      </Button>
      <Button component={Link} to={sheetAddress(id)} variant="outlined">
        {text('templatePage.sheet')}
      </Button>
      <DownloadButton
        path={`/interview-template-versions/${id}/packet.pdf`}
        fileName={fileNameOf(name, number, 'pdf')}
      >
        {text('templatePage.packet')}
      </DownloadButton>
      <DownloadButton
        path={`/interview-template-versions/${id}/file`}
        fileName={fileNameOf(name, number, 'json')}
      >
        {text('templatePage.file')}
      </DownloadButton>
    </Box>
  )
}

/** The version that new interviews take. */
export const PublishedVersion = ({ version, name }: { version: VersionSummary | null; name: string }) => {
  const text = useText()
  return (
    <Section title={text('templatePage.inUse')} about={text('templatePage.inUseAbout')}>
      {version ? (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
            <VersionStatusMark status="published">
              {text('template.version', { number: version.number })}
            </VersionStatusMark>
            <VersionFacts version={version} />
          </Box>
          <Typography sx={{ mt: 1, overflowWrap: 'anywhere' }}>{version.note}</Typography>
          <Typography variant="body2" color="textSecondary">
            {version.publishedAt && <Moment at={version.publishedAt} />}{' '}
            {version.publishedBy
              ? text('template.by', { name: version.publishedBy.name })
              : text('template.byAssay')}
          </Typography>
          <Papers version={version} name={name} />
        </>
      ) : (
        <>
          <Typography sx={{ fontWeight: 600 }}>{text('templatePage.none')}</Typography>
          <Typography variant="body2" color="textSecondary">
            {text('templatePage.noneText')}
          </Typography>
        </>
      )}
    </Section>
  )
}
