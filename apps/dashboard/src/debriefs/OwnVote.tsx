import { type Debrief, recommendations, type Recommendation } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { Section } from '../components/Section.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { useDebriefCommands } from './debrief-requests.ts'

interface OwnVoteProps {
  debrief: Debrief
  votes: NonNullable<Debrief['votes']>
  id: string
}

/** One of four, without a middle, and cast with one press. It may be changed while its phase lasts. */
export const OwnVote = ({ debrief, votes, id }: OwnVoteProps) => {
  const text = useText()
  const notify = useNotify()
  const commands = useDebriefCommands(debrief.applicationId, id)
  const phase = debrief.state === 'reading' ? 'before' : 'after'
  const own = votes.own[phase]
  const submission = useSubmission<Recommendation>(async (value) => {
    await commands.vote(phase, value)
    notify('debrief.vote.saved')
  })
  const { allowed } = debrief.may.vote
  return (
    <Section title={text(`debrief.vote.${phase}`)} about={text(`debrief.vote.${phase}About`)}>
      {allowed ? (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <Box
            component="fieldset"
            sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}
          >
            <Typography component="legend" variant="subtitle2" sx={{ mb: 1 }}>
              {text('debrief.vote.label')}
            </Typography>
            {recommendations.map((value) => (
              <Button
                key={value}
                variant={own === value ? 'contained' : 'outlined'}
                aria-pressed={own === value}
                aria-disabled={submission.sending || undefined}
                onClick={() => {
                  if (!submission.sending && own !== value) void submission.send(value)
                }}
              >
                {text(`scorecard.end.${value}`)}
              </Button>
            ))}
          </Box>
          {own !== null && (
            <Typography variant="body2" color="textSecondary">
              {text('debrief.vote.cast', { value: text(`scorecard.end.${own}`) })}
            </Typography>
          )}
          <ProblemNotice problem={submission.problem} />
        </Box>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {text('debrief.vote.mayNot')} {debrief.may.vote.because}
        </Typography>
      )}
    </Section>
  )
}
