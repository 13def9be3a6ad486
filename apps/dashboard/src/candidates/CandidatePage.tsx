import type { Candidate } from '@assay/contracts'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useGetOne, useNotify } from 'ra-core'
import { useEffect } from 'react'
import { Link, Navigate } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { useListAddress } from '../components/useListAddress.ts'
import { ErasedCandidate } from '../erasures/ErasedCandidate.tsx'
import { useText } from '../i18n/text.ts'
import { CandidateRetention } from '../retention/CandidateRetention.tsx'
import { ApplicationsOf } from './ApplicationsOf.tsx'
import { candidateAddress, CANDIDATES } from './candidate-requests.ts'
import { Contacts } from './Contacts.tsx'
import { CustomFacts } from './CustomFacts.tsx'
import { Documents } from './documents/Documents.tsx'
import { MergeButton } from './merging/MergeButton.tsx'
import { MergedWith } from './merging/MergedWith.tsx'
import { Timeline } from './timeline/Timeline.tsx'
import { Tags } from './Tags.tsx'
import { useOccupation } from './useOccupation.ts'

type OfCandidate = { candidate: Candidate }

const Lead = ({ candidate }: OfCandidate) => {
  const text = useText()
  const { preferredName, location, source, tags } = candidate
  const occupation = useOccupation(candidate)
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mb: tags.length > 0 ? 1 : 0 }}>
        {occupation && <span>{occupation}</span>}
        {location && <span>{location}</span>}
        {preferredName && <span>{text('candidate.known', { name: preferredName })}</span>}
        {source && <span>{text('candidate.sourceIs', { source })}</span>}
      </Box>
      <Tags tags={tags} />
    </>
  )
}

const Actions = ({ candidate }: OfCandidate) => {
  const text = useText()
  return (
    <>
      <MergeButton candidate={candidate} />
      <Button
        component={Link}
        to={`${candidateAddress(candidate.id)}/edit`}
        variant="contained"
        startIcon={<EditOutlined />}
      >
        {text('candidate.edit')}
      </Button>
    </>
  )
}

const Showing = ({ candidate }: OfCandidate) => {
  const text = useText()
  const mayManage = usePermitted('candidates.manage')
  const list = useListAddress(CANDIDATES)
  return (
    <Page
      title={candidate.name}
      above={<BackTo to={list}>{text('candidate.back')}</BackTo>}
      lead={<Lead candidate={candidate} />}
      actions={mayManage && <Actions candidate={candidate} />}
    >
      <Section title={text('candidate.part.contacts')}>
        <Contacts candidate={candidate} />
      </Section>
      <CustomFacts values={candidate.customValues} />
      <Section title={text('candidate.part.applications')} about={text('candidate.part.applicationsAbout')}>
        <ApplicationsOf candidate={candidate} />
      </Section>
      <Documents candidate={candidate} />
      {mayManage && <MergedWith candidate={candidate} />}
      <Timeline candidate={candidate} />
      <CandidateRetention candidate={candidate} />
    </Page>
  )
}

/** Says why another page stands here than the one that was asked for. */
const ToWhoTheyAre = ({ id }: { id: string }) => {
  const notify = useNotify()
  useEffect(() => notify('candidate.ledHere'), [notify])
  return <Navigate to={candidateAddress(id)} replace />
}

/** One person: who they are, where they applied, what they sent. */
export const CandidatePage = ({ id }: { id: string }) => {
  const { data, error, refetch } = useGetOne<Candidate>('candidates', { id })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.erasedAt !== null) return <ErasedCandidate candidate={data} erasedAt={data.erasedAt} />
  return data.mergedInto === null ? <Showing candidate={data} /> : <ToWhoTheyAre id={data.mergedInto} />
}
