import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { usePermitted } from '../api/current-session.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { EraseButton } from '../erasures/EraseButton.tsx'
import { useText } from '../i18n/text.ts'
import { HoldList } from '../legal-holds/HoldList.tsx'
import { PlaceHold } from '../legal-holds/PlaceHold.tsx'
import { dueWords } from './DueList.tsx'
import { ExtendButton } from './ExtendButton.tsx'
import { RETENTION, useDue } from './retention-requests.ts'

type OfCandidate = { candidate: Candidate }

const Standing = ({ candidate: { id } }: OfCandidate) => {
  const text = useText()
  const { data, error, refetch } = useDue({ candidateId: id })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const [due] = data.rows
  return <Typography>{due ? dueWords(due, text) : text('retention.notDue')}</Typography>
}

/** How one person stands against the rules, what holds them, and how it is ended. */
export const CandidateRetention = ({ candidate }: OfCandidate) => {
  const text = useText()
  const mayRead = usePermitted('retention.read')
  const mayManage = usePermitted('retention.manage')
  const mayHold = usePermitted('legal-holds.manage')
  const mayErase = usePermitted('candidates.erase')
  if (!mayRead) return null
  const about = (
    <>
      {text('retention.partAbout')} <TextLink to={RETENTION}>{text('retention.toAll')}</TextLink>
    </>
  )
  return (
    <Section title={text('retention.part')} about={about}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <Standing candidate={candidate} />
        <HoldList candidate={candidate} />
        {(mayManage || mayHold || mayErase) && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {mayHold && <PlaceHold candidate={candidate} />}
            {mayManage && <ExtendButton candidate={candidate} />}
            {mayErase && <EraseButton candidate={candidate} />}
          </Box>
        )}
      </Box>
    </Section>
  )
}
