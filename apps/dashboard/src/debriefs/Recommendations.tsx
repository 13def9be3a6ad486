import type { DebriefAgenda } from '@assay/contracts'
import Box from '@mui/material/Box'
import { PersonMark } from '../components/PersonMark.tsx'
import { Prose } from '../components/Prose.tsx'
import { useText } from '../i18n/text.ts'

/** Who recommends what, and why, the lowest first. */
export const Recommendations = ({ recommendations }: Pick<DebriefAgenda, 'recommendations'>) => {
  const text = useText()
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
      {recommendations.map(({ scorecardId, rater, value, confidence, summary }) => (
        <Box
          component="li"
          key={scorecardId}
          sx={{ listStyle: 'none', display: 'grid', gap: 0.75, alignContent: 'start', minWidth: 0 }}
        >
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <PersonMark name={rater.name} size={26} />
            <Box sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}>{rater.name}</Box>
          </Box>
          <Box sx={{ fontWeight: 600 }}>
            {confidence === null
              ? text(`scorecard.end.${value}`)
              : text('debrief.sure', {
                  recommendation: text(`scorecard.end.${value}`),
                  confidence: text(`scorecard.end.${confidence}`).toLowerCase(),
                })}
          </Box>
          <Prose>{summary}</Prose>
        </Box>
      ))}
    </Box>
  )
}
