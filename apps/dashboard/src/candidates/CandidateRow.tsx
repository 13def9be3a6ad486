import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useListContext } from 'ra-core'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { Moment } from '../components/Moment.tsx'
import { useText } from '../i18n/text.ts'
import { candidateAddress } from './candidate-requests.ts'
import { useOccupation } from './useOccupation.ts'
import { Tags } from './Tags.tsx'

/** Somebody in the list: who, what they do, where, and what they are sorted by. */
export const CandidateRow = ({ candidate }: { candidate: Candidate }) => {
  const text = useText()
  const { sort } = useListContext()
  const { id, name, location, tags, createdAt, updatedAt } = candidate
  const isByAddition = sort.field === 'createdAt'
  const occupation = useOccupation(candidate)
  return (
    <LinkedRow
      to={candidateAddress(id)}
      title={name}
      aside={
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {text(isByAddition ? 'candidate.addedWhen' : 'candidate.changedWhen')}{' '}
          <Moment at={isByAddition ? createdAt : updatedAt} relative />
        </Box>
      }
    >
      <div>{[occupation, location].filter(Boolean).join(' · ')}</div>
      {tags.length > 0 && (
        <Box sx={{ mt: 0.5 }}>
          <Tags tags={tags} />
        </Box>
      )}
    </LinkedRow>
  )
}
