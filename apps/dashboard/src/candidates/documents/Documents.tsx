import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { usePermitted } from '../../api/current-session.ts'
import { PageLoading } from '../../components/PageLoading.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import Paper from '@mui/material/Paper'
import { useText } from '../../i18n/text.ts'
import { useDocuments } from './document-requests.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { DocumentUpload } from './DocumentUpload.tsx'

type OfCandidate = { candidate: Candidate }

const Listing = ({ candidate, removed }: OfCandidate & { removed: boolean }) => {
  const text = useText()
  const { data, error, refetch } = useDocuments(candidate.id, removed)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.length === 0)
    return (
      <Typography color="textSecondary">
        {text(removed ? 'document.noneRemoved' : 'document.none')}
      </Typography>
    )
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((document) => (
        <DocumentRow key={document.id} document={document} candidate={candidate} />
      ))}
    </Box>
  )
}

/** What somebody sent in, to be read, taken over from, added to and removed. */
export const Documents = ({ candidate }: OfCandidate) => {
  const text = useText()
  const mayManage = usePermitted('candidates.manage')
  const [removed, setRemoved] = useState(false)
  return (
    <WideSection title={text('document.part')} about={text('document.about')}>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, borderRadius: 1.5 }}>
        <Listing candidate={candidate} removed={false} />
        {mayManage && <DocumentUpload candidateId={candidate.id} />}
        {mayManage && (
          <Button size="small" sx={{ mt: 2 }} aria-expanded={removed} onClick={() => setRemoved(!removed)}>
            {text(removed ? 'document.hideRemoved' : 'document.showRemoved')}
          </Button>
        )}
        {mayManage && removed && <Listing candidate={candidate} removed />}
      </Paper>
    </WideSection>
  )
}
