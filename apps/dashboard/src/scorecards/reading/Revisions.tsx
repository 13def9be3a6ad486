import type { Scorecard, ScorecardRevision, ScorecardsOfApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { WordDifference } from '../../components/WordDifference.tsx'
import { formatMoment } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { revisionDifferences } from './revision-differences.ts'

type Kit = ScorecardsOfApplication['interviews'][number]['kit']

/** What was, and what is, of each field that differs. */
const Differences = ({
  before,
  after,
  kit,
}: {
  before: ScorecardRevision['content']
  after: ScorecardRevision['content']
  kit: Kit
}) => {
  const text = useText()
  if (!before || !after) return null
  const differences = revisionDifferences(before, after, kit, text)
  if (differences.length === 0) {
    return <Box sx={{ color: 'text.secondary' }}>{text('scorecards.nothingChanged')}</Box>
  }
  return (
    <Box component="details" sx={{ mt: 0.5, '& > summary': { cursor: 'pointer', py: 0.5 } }}>
      <summary>{text('scorecards.changed', { smart_count: differences.length })}</summary>
      <Box sx={{ display: 'grid', gap: 1.5, mt: 0.5 }}>
        {differences.map((one) => (
          <Box key={one.of} sx={{ minWidth: 0 }}>
            <Typography variant="caption" component="h4" color="textSecondary" sx={{ mb: 0.25 }}>
              {one.of}
            </Typography>
            <WordDifference before={one.before} after={one.after} />
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** Every revision after the first: why, and what it says otherwise than the one before it. */
export const Revisions = ({
  scorecard: { revisions },
  kit,
}: {
  scorecard: Scorecard
  kit: Kit | undefined
}) => {
  const text = useText()
  return revisions.slice(0, -1).map((revision, place) => {
    const { number, reopened, afterSeeingOthers, because, submittedAt } = revision
    const said = text(reopened ? 'scorecards.writtenAnew' : 'scorecards.amended', {
      time: formatMoment(submittedAt),
    })
    return (
      <Box
        key={number}
        sx={{ fontSize: '0.875rem', borderLeft: 3, borderColor: 'brass.beam', pl: 1.25, minWidth: 0 }}
      >
        {because ? `${said}: ${because}` : said}
        {afterSeeingOthers && <Box sx={{ color: 'brass.text' }}>{text('scorecards.seenOthers')}</Box>}
        {kit && <Differences before={revisions[place + 1]!.content} after={revision.content} kit={kit} />}
      </Box>
    )
  })
}
