import type { Scorecard, ScorecardsOfApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { contentOf, tickedOf } from './scorecard-reading.ts'

type Held = ScorecardsOfApplication['interviews'][number]
type Question = Held['kit']['sections'][number]['questions'][number]

const Answer = ({ scorecard, question }: { scorecard: Scorecard; question: Question }) => {
  const text = useText()
  const answer = contentOf(scorecard)?.questions[question.id]
  const isAsked = !scorecard.revisions[0]?.notAsked.includes(question.id)
  const heard = [
    ...tickedOf(question.expectedPoints, answer?.expectedPoints),
    ...tickedOf(question.seniorExtras, answer?.seniorExtras),
  ]
  const flags = tickedOf(question.redFlags, answer?.redFlags)
  return (
    <Box sx={{ fontSize: '0.875rem', mt: 1 }}>
      <Box sx={{ fontWeight: 600 }}>{scorecard.author.name}</Box>
      {isAsked ? (
        <>
          {answer?.notes.trim() ? <Prose>{answer.notes}</Prose> : text('scorecards.noNotes')}
          {heard.length > 0 && (
            <Box sx={{ color: 'text.secondary', mt: 0.5 }}>
              {text('scorecards.ticked', { entries: heard.join('; ') })}
            </Box>
          )}
          {flags.length > 0 && (
            <Box sx={{ color: 'text.secondary', mt: 0.5 }}>
              {text('scorecards.flags', { entries: flags.join('; ') })}
            </Box>
          )}
        </>
      ) : (
        <Box sx={{ color: 'text.secondary' }}>{text('scorecards.notAsked')}</Box>
      )}
    </Box>
  )
}

/** What was noted on each question, interview by interview. */
export const ByQuestion = ({
  scorecards,
  held,
}: {
  scorecards: readonly Scorecard[]
  held: readonly Held[]
}) =>
  held.map(({ id, template, kit }) => (
    <Box component="details" key={id} sx={{ mb: 2, '& > summary': { cursor: 'pointer', py: 0.75 } }}>
      <Typography variant="h3" component="summary">
        {template}
      </Typography>
      {kit.sections.flatMap(({ questions }) =>
        questions.map((question) => (
          <Box key={question.id} sx={{ borderTop: 1, borderColor: 'divider', py: 1.5, mt: 1 }}>
            <Typography variant="subtitle2" component="h4">
              {question.title}
            </Typography>
            {scorecards
              .filter(({ interviewId }) => interviewId === id)
              .map((scorecard) => (
                <Answer key={scorecard.id} scorecard={scorecard} question={question} />
              ))}
          </Box>
        )),
      )}
    </Box>
  ))
