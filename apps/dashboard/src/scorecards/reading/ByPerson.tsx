import type { Scorecard, ScorecardsOfApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PersonMark } from '../../components/PersonMark.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { PrintScorecards } from './PrintScorecards.tsx'
import { Reopening } from './Reopening.tsx'
import { Revisions } from './Revisions.tsx'
import { contentOf } from './scorecard-reading.ts'

const Marks = ({ scorecard }: { scorecard: Scorecard }) => {
  const text = useText()
  const { shadow, afterSeeingOthers } = scorecard
  const marks = [shadow && text('scorecards.shadow'), afterSeeingOthers && text('scorecards.seenOthers')]
  const said = marks.filter((mark) => mark !== false)
  return said.length > 0 && <Box sx={{ color: 'brass.text', fontSize: '0.875rem' }}>{said.join(' · ')}</Box>
}

/** Who recommends what, and why. */
export const ByPerson = ({
  scorecards,
  held,
}: {
  scorecards: readonly Scorecard[]
  held: ScorecardsOfApplication['interviews']
}) => {
  const text = useText()
  const interviews = new Map(held.map((interview) => [interview.id, interview]))
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fit, minmax(280px, 1fr))' },
      }}
    >
      {scorecards.map((scorecard) => {
        const content = contentOf(scorecard)
        const interview = interviews.get(scorecard.interviewId)
        return (
          <Box
            component="li"
            key={scorecard.id}
            sx={{
              listStyle: 'none',
              display: 'grid',
              gap: 1,
              alignContent: 'start',
              p: 2,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1.5,
              bgcolor: 'background.paper',
            }}
          >
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <PersonMark name={scorecard.author.name} size={28} />
              <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <Typography variant="h3">{scorecard.author.name}</Typography>
                <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{interview?.template}</Box>
              </Box>
              <PrintScorecards
                path={`/scorecards/${scorecard.id}/scorecard.pdf`}
                label={text('scorecards.print.of', { name: scorecard.author.name })}
              />
            </Box>
            <Marks scorecard={scorecard} />
            {content ? (
              <>
                {content.recommendation && content.confidence && (
                  <Typography variant="subtitle2" component="p">
                    {text('scorecards.recommendation', {
                      recommendation: text(`scorecard.end.${content.recommendation}`),
                      confidence: text(`scorecard.end.${content.confidence}`).toLowerCase(),
                    })}
                  </Typography>
                )}
                <Prose>{content.summary}</Prose>
              </>
            ) : (
              <Box sx={{ color: 'text.secondary' }}>{text('scorecards.erased')}</Box>
            )}
            <Revisions scorecard={scorecard} kit={interview?.kit} />
            <Reopening scorecard={scorecard} />
          </Box>
        )
      })}
    </Box>
  )
}
