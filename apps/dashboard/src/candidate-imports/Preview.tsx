import type { CandidateImportDetail, ImportPreview } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { usePreview } from './import-requests.ts'
import { RowProblems } from './RowProblems.tsx'

const facts = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 160px) minmax(0, 1fr)' },
  columnGap: 2,
  '& dt': { color: 'text.secondary', fontSize: '0.875rem' },
  '& dd': { m: 0, mb: { xs: 0.5, sm: 0 }, overflowWrap: 'anywhere' },
} as const

const PreviewedRow = ({ row: { position, read, problems } }: { row: ImportPreview[number] }) => {
  const text = useText()
  return (
    <Box component="li" sx={{ listStyle: 'none', px: 2, py: 1.5 }}>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
        {text('candidateImport.preview.row', { position })}
      </Typography>
      {read.length === 0 ? (
        <Typography color="textSecondary">{text('candidateImport.preview.nothing')}</Typography>
      ) : (
        <Box component="dl" sx={facts}>
          {read.map(({ to, label, text: said }, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same words may stand in two columns
            <Box key={place} sx={{ display: 'contents' }}>
              <dt>{label ?? text(`candidateImport.to.${to}`)}</dt>
              <dd>{said}</dd>
            </Box>
          ))}
        </Box>
      )}
      <RowProblems problems={problems} />
    </Box>
  )
}

/** The first rows as candidates, and what is wrong with them. */
export const Preview = ({ saved }: { saved: CandidateImportDetail }) => {
  const { data, error, refetch } = usePreview(saved)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Box
      component="ol"
      sx={{
        m: 0,
        p: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
        '& > li + li': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {data.map((row) => (
        <PreviewedRow key={row.position} row={row} />
      ))}
    </Box>
  )
}
