import type { Candidate } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { useState } from 'react'
import { Field } from '../../components/Field.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { useFocusAtStart } from '../../components/useFocusAtStart.ts'
import { useText } from '../../i18n/text.ts'
import { usePaused } from '../../components/usePaused.ts'
import { useOccupation } from '../useOccupation.ts'

const ENOUGH = 2

const row = {
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: 1,
  py: 1,
} as const

const Found = ({ candidate, onChosen }: { candidate: Candidate; onChosen: (one: Candidate) => void }) => {
  const text = useText()
  const { name, location, emails } = candidate
  const about = [useOccupation(candidate), location, emails[0]?.value].filter(Boolean).join(' · ')
  return (
    <Box component="li" sx={row}>
      <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {name}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{about}</Box>
      </Box>
      <Button
        size="small"
        variant="outlined"
        aria-label={`${text('candidate.merge.look')}: ${[name, about].filter(Boolean).join(', ')}`}
        onClick={() => onChosen(candidate)}
      >
        {text('candidate.merge.look')}
      </Button>
    </Box>
  )
}

interface MergeSearchProps {
  /** Nobody is the same person as themselves. */
  candidate: Candidate
  onChosen: (other: Candidate) => void
}

/** Finds the other record of somebody. */
export const MergeSearch = ({ candidate, onChosen }: MergeSearchProps) => {
  const text = useText()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim())
  const isAsked = q.length >= ENOUGH
  const { data, error, refetch } = useGetList<Candidate>(
    'candidates',
    { filter: { q }, sort: { field: 'name', order: 'ASC' }, pagination: { page: 1, perPage: 8 } },
    { enabled: isAsked },
  )
  const found = isAsked ? data?.filter(({ id }) => id !== candidate.id) : undefined
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {text('candidate.merge.lead')}
      </Typography>
      <Field
        type="search"
        label={text('candidate.merge.search')}
        autoComplete="off"
        inputRef={useFocusAtStart()}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {isAsked && error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      <Box component="output" sx={{ display: 'block', mt: 1.5 }}>
        {found?.length === 0 && text('candidate.merge.none')}
      </Box>
      {found && found.length > 0 && (
        <Box component="ul" aria-label={text('candidate.merge.found')} sx={{ m: 0, p: 0 }}>
          {found.map((one) => (
            <Found key={one.id} candidate={one} onChosen={onChosen} />
          ))}
        </Box>
      )}
    </>
  )
}
