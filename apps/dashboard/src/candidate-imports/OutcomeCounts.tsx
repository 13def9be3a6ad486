import { type ImportCounts, type RowOutcome, rowOutcomes } from '@assay/contracts'
import Box from '@mui/material/Box'
import { formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

const colors: Partial<Record<RowOutcome, string>> = {
  created: 'success.main',
  added: 'success.main',
  error: 'error.main',
}

/** How many rows come, or came, to what. */
export const OutcomeCounts = ({ counts, words }: { counts: ImportCounts; words: 'will' | 'is' }) => {
  const text = useText()
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1.5 }}
    >
      {rowOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>
            <Box component="span" sx={{ fontSize: '1.5rem', fontWeight: 600, color: colors[outcome] }}>
              {formatNumber(counts[outcome])}
            </Box>{' '}
            {text(`candidateImport.${words}.${outcome}`)}
          </li>
        ))}
    </Box>
  )
}
