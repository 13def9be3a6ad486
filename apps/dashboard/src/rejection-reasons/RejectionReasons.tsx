import { reasonKinds, type RejectionReason } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { OrganizationFrame } from '../organization/OrganizationFrame.tsx'
import { AddReason } from './AddReason.tsx'
import { ReasonKeeping } from './ReasonKeeping.tsx'
import { useAllReasons } from './rejection-reason-requests.ts'

const row = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 1,
  py: 0.75,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const

const Rows = ({ reasons, withKind }: { reasons: readonly RejectionReason[]; withKind?: boolean }) => {
  const text = useText()
  if (reasons.length === 0)
    return <Typography color="textSecondary">{text('rejectionReason.none')}</Typography>
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {reasons.map((reason) => (
        <Box component="li" key={reason.id} sx={row}>
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {reason.name}
            {withKind && (
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                {text(`rejectionReason.kindOf.${reason.kind}`)}
              </Box>
            )}
          </Box>
          <ReasonKeeping reason={reason} />
        </Box>
      ))}
    </Box>
  )
}

const Reasons = () => {
  const text = useText()
  const { data, error, refetch } = useAllReasons()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const archived = data.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <>
      {reasonKinds.map((kind) => (
        <Section
          key={kind}
          title={text(`rejectionReason.kindOf.${kind}`)}
          about={text(`rejectionReason.about.${kind}`)}
        >
          <Rows reasons={data.filter((one) => one.kind === kind && one.archivedAt === null)} />
        </Section>
      ))}
      {archived.length > 0 && (
        <Section title={text('rejectionReason.archivedPart')} about={text('rejectionReason.archivedAbout')}>
          <Rows reasons={archived} withKind />
        </Section>
      )}
    </>
  )
}

/** Why applications end, in the organization's words: what is offered, and what was offered once. */
export const RejectionReasons = () => {
  const text = useText()
  const actions = (
    <>
      <DownloadButton path="/rejection-reasons/export.csv" fileName="rejection-reasons.csv">
        {text('list.export')}
      </DownloadButton>
      <AddReason />
    </>
  )
  return (
    <OrganizationFrame part="rejectionReasons" actions={actions}>
      <Reasons />
    </OrganizationFrame>
  )
}
