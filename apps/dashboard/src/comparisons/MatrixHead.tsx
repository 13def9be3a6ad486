import type { ComparedApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import { usePermitted } from '../api/current-session.ts'
import { applicationAddress } from '../applications/application-commands.ts'
import { ApplicationStatusMark } from '../applications/ApplicationStatusMark.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import type { Competency } from './comparison-words.ts'

/** Who stands in a column, and where in the pipeline. */
export const CandidateHead = ({
  application: { applicationId, candidateName, status },
  stage,
}: {
  application: ComparedApplication
  stage: string | undefined
}) => {
  const mayRead = usePermitted('applications.read')
  return (
    <th scope="col">
      {mayRead ? (
        <TextLink to={applicationAddress(applicationId)} sx={{ fontWeight: 620, color: 'text.primary' }}>
          {candidateName}
        </TextLink>
      ) : (
        candidateName
      )}
      <Box
        sx={{
          color: 'text.secondary',
          fontWeight: 400,
          fontSize: '0.813rem',
          display: 'flex',
          flexWrap: 'wrap',
          gap: 0.5,
        }}
      >
        {stage}
        {status && status !== 'active' && <ApplicationStatusMark status={status} />}
      </Box>
    </th>
  )
}

/** What a row is about: with its bar, and its weight where not all weigh the same. */
export const CompetencyHead = ({
  competency: { name, bar, weight, inProfile },
  among,
}: {
  competency: Competency
  among: readonly Competency[]
}) => {
  const text = useText()
  const profile = among.filter((one) => one.inProfile)
  const weighted = new Set(profile.map((one) => one.weight)).size > 1
  const facts = [
    bar !== null && text('comparison.bar', { level: bar }),
    weighted && inProfile && text('comparison.weight', { weight }),
    !inProfile && profile.length > 0 && text('comparison.beyond'),
  ].filter((fact) => fact !== false)
  return (
    <th scope="row">
      {name}
      {facts.length > 0 && (
        <Box sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.813rem' }}>{facts.join(' · ')}</Box>
      )}
    </th>
  )
}
