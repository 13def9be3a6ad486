import type { VersionSummary } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { ListDownload } from '../components/ListDownload.tsx'
import { Moment } from '../components/Moment.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { diffAddress, versionAddress } from './template-address.ts'
import { VersionStatusMark } from './VersionStatusMark.tsx'

const HISTORY = 200

const line = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '8.5rem minmax(0, 1fr) auto' },
  columnGap: 2,
  rowGap: 0.5,
  py: 1.25,
  '&:first-of-type': { pt: 0 },
  '&:last-of-type': { pb: 0 },
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const

const LastStep = ({ version }: { version: VersionSummary }) => {
  const text = useText()
  const { retiredAt, publishedAt, submittedAt, updatedAt, publishedBy, createdBy } = version
  const who = publishedAt ? publishedBy : createdBy
  return (
    <Typography variant="body2" color="textSecondary">
      <Moment at={retiredAt ?? publishedAt ?? submittedAt ?? updatedAt} />{' '}
      {who ? text('template.by', { name: who.name }) : text('template.byAssay')}
    </Typography>
  )
}

const Line = ({ version, before }: { version: VersionSummary; before: VersionSummary | undefined }) => {
  const text = useText()
  const { id, number, status, note } = version
  return (
    <Box component="li" sx={line}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <TextLink to={versionAddress(id)}>{text('template.version', { number })}</TextLink>
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {note || <Box sx={{ color: 'text.secondary' }}>{text('templatePage.noNote')}</Box>}
        <LastStep version={version} />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        {before && (
          <TextLink to={diffAddress(id, before.id)} variant="body2">
            {text('templatePage.compare')}
          </TextLink>
        )}
        <VersionStatusMark status={status} />
      </Box>
    </Box>
  )
}

const Lines = ({ templateId }: { templateId: string }) => {
  const { data, error, refetch } = useGetList<VersionSummary>('interview-template-versions', {
    filter: { templateId },
    sort: { field: 'number', order: 'DESC' },
    pagination: { page: 1, perPage: HISTORY },
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Box component="ol" sx={{ m: 0, p: 0 }}>
      {data.map((version, place) => (
        <Line key={version.id} version={version} before={data[place + 1]} />
      ))}
    </Box>
  )
}

/** All versions, the newest first, each with the way to what changed in it. */
export const VersionHistory = ({ templateId }: { templateId: string }) => {
  const text = useText()
  return (
    <Section title={text('templatePage.history')} about={text('templatePage.historyAbout')}>
      <Lines templateId={templateId} />
      <ListDownload
        list="interview-template-versions"
        title={text('templatePage.history')}
        filter={{ templateId }}
      />
    </Section>
  )
}
