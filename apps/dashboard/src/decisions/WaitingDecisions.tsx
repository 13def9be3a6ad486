import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { Moment } from '../components/Moment.tsx'
import { useText } from '../i18n/text.ts'
import { decisionAddress, useWaitingDecisions } from './decision-requests.ts'

/** Decisions of others that wait for whoever is signed in. Nothing where there are none. */
export const WaitingDecisions = () => {
  const text = useText()
  const { data = [] } = useWaitingDecisions()
  if (data.length === 0) return null
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Typography variant="h3" component="h2">
        {text('decision.waitingTitle')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
        {text('decision.waitingAbout')}
      </Typography>
      <Paper variant="outlined" sx={{ borderRadius: 1.5, mt: 1.25 }}>
        <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
          {data.map(({ id, applicationId, candidate, job, outcome, madeBy, madeAt }) => (
            <Box component="li" key={id} sx={{ listStyle: 'none' }}>
              <LinkedRow
                to={decisionAddress(applicationId)}
                title={candidate.name}
                aside={<Moment at={madeAt} relative />}
              >
                {job.title} ·{' '}
                {text('decision.waitingRow', {
                  outcome: text(`decision.outcome.${outcome}`),
                  name: madeBy.name,
                })}
              </LinkedRow>
            </Box>
          ))}
        </Box>
      </Paper>
    </Box>
  )
}
