import type { CandidateImportDetail } from '@assay/contracts'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { useImportCommands } from './import-requests.ts'

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)

/** How far it is; it goes on whether somebody looks or not. */
export const AtWork = ({ saved }: { saved: CandidateImportDetail }) => {
  const text = useText()
  const commands = useImportCommands()
  const { id, state, rows, expected, outcomes } = saved
  const done = state === 'checking' ? sum(expected) + sum(outcomes) : sum(outcomes)
  const stopping = useSubmission(async () => void (await commands.stop(id)))
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 640 }}>
      <Typography sx={{ fontWeight: 600 }}>
        {text(state === 'checking' ? 'candidateImport.checking' : 'candidateImport.running', {
          done: formatNumber(done),
          total: formatNumber(rows),
        })}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={rows === 0 ? 100 : Math.min(100, (done / rows) * 100)}
        aria-label={text('candidateImport.progress')}
        sx={{ height: 8, borderRadius: 1 }}
      />
      <Typography variant="body2" color="textSecondary">
        {text('candidateImport.keepsOn')}
      </Typography>
      <div>
        <SubmitButton
          type="button"
          variant="outlined"
          sending={stopping.sending}
          onClick={() => void stopping.send()}
        >
          {text('candidateImport.stop')}
        </SubmitButton>
      </div>
      <ProblemNotice problem={stopping.problem} />
    </Box>
  )
}
