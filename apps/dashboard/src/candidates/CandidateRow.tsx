import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { Moment } from '../components/Moment.tsx'
import { candidateAddress } from './candidate-requests.ts'
import { useOccupation } from './useOccupation.ts'
import { Tags } from './Tags.tsx'

/** Somebody in the list: who, what they do, where, and what they are sorted by. */
export const CandidateRow = ({ candidate }: { candidate: Candidate }) => {
  const { id, name, location, tags, updatedAt } = candidate
  const occupation = useOccupation(candidate)
  return (
    <LinkedRow
      to={candidateAddress(id)}
      title={name}
      aside={
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          <Moment at={updatedAt} relative />
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
