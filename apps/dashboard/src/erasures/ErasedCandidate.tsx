import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { ApplicationsOf } from '../candidates/ApplicationsOf.tsx'
import { CANDIDATES } from '../candidates/candidate-requests.ts'
import { BackTo } from '../components/BackTo.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { Section } from '../components/Section.tsx'
import { useListAddress } from '../components/useListAddress.ts'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

/** Of somebody of whom nothing is known any more: that it is so, and what still counts. */
export const ErasedCandidate = ({ candidate, erasedAt }: { candidate: Candidate; erasedAt: string }) => {
  const text = useText()
  const list = useListAddress(CANDIDATES)
  return (
    <Page
      title={text('erasure.erasedTitle')}
      above={<BackTo to={list}>{text('candidate.back')}</BackTo>}
      lead={text('erasure.erasedLead', { moment: formatMoment(erasedAt) })}
    >
      <Box sx={{ mb: 3 }}>
        <Notice kind="info" title={text('erasure.erasedText')} />
      </Box>
      <Section title={text('candidate.part.applications')}>
        <ApplicationsOf candidate={candidate} />
      </Section>
    </Page>
  )
}
