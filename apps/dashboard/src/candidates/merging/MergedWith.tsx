import type { Candidate, candidateMerges } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import type { z } from 'zod'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Section } from '../../components/Section.tsx'
import { formatMoment } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { useCandidateCommands, useMerges } from '../candidate-requests.ts'

type OfCandidate = { candidate: Candidate }
type Merge = z.infer<typeof candidateMerges>[number]

const row = {
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 1,
} as const

const MergeRow = ({ candidate, merge }: OfCandidate & { merge: Merge }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useCandidateCommands()
  const [asking, setAsking] = useState(false)
  const { otherId, name, mergedAt, mergedBy } = merge
  const moment = formatMoment(mergedAt)
  return (
    <Box component="li" sx={row}>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {name}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {mergedBy
            ? text('candidate.merge.since', { moment, name: mergedBy })
            : text('candidate.merge.sinceOnly', { moment })}
        </Box>
      </Box>
      <Button
        size="small"
        variant="outlined"
        aria-label={text('candidate.merge.undoOf', { name })}
        onClick={() => setAsking(true)}
      >
        {text('candidate.merge.undo')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={text('candidate.merge.undoTitle', { name })}
          verb={text('candidate.merge.undo')}
          onClose={() => setAsking(false)}
          work={async () => {
            await commands.unmerge(candidate.id, otherId)
            notify('candidate.merge.undone', { messageArgs: { name } })
          }}
        >
          {text('candidate.merge.undoText')}
        </ConfirmDialog>
      )}
    </Box>
  )
}

/** Which records turned out to be this person. Nothing is shown when there are none. */
export const MergedWith = ({ candidate }: OfCandidate) => {
  const text = useText()
  const { data = [] } = useMerges(candidate.id)
  if (data.length === 0) return null
  return (
    <Section title={text('candidate.part.merges')} about={text('candidate.part.mergesAbout')}>
      <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {data.map((merge) => (
          <MergeRow key={merge.otherId} candidate={candidate} merge={merge} />
        ))}
      </Box>
    </Section>
  )
}
