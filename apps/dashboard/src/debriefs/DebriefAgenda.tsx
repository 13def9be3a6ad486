import type { DebriefAgenda as Agenda, DebriefSide, DebriefStance, Disagreement } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Notice } from '../components/Notice.tsx'
import { PersonMark } from '../components/PersonMark.tsx'
import { Prose } from '../components/Prose.tsx'
import { useText } from '../i18n/text.ts'
import { RatingWords } from '../scorecards/reading/RatingWords.tsx'
import { namesOf } from './names-of.ts'

const SIDES = ['low', 'between', 'high'] as const satisfies DebriefSide[]

const Evidence = ({ evidence }: Pick<DebriefStance, 'evidence'>) => {
  const text = useText()
  if (evidence.length === 0) {
    return <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{text('debrief.noEvidence')}</Box>
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.75 }}>
      {evidence.map(({ kind, text: said, question }) => (
        <li key={`${kind} ${said}`}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {text(`scorecard.evidence.${kind}`)}
            {': '}
          </Box>
          <Prose>{said}</Prose>
          {question !== null && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>
              {text('debrief.inAnswerTo', { question })}
            </Box>
          )}
        </li>
      ))}
    </Box>
  )
}

const Stance = ({ stance: { rater, template, level, scale, evidence } }: { stance: DebriefStance }) => (
  <Box component="li" sx={{ listStyle: 'none', display: 'grid', gap: 0.75, alignContent: 'start' }}>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <PersonMark name={rater.name} size={26} />
      <Box sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}>{rater.name}</Box>
      <RatingWords level={level} scale={scale} />
    </Box>
    <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>{template}</Box>
    <Evidence evidence={evidence} />
  </Box>
)

const Side = ({ side, stances }: { side: DebriefSide; stances: readonly DebriefStance[] }) => {
  const text = useText()
  return (
    <Box sx={{ p: 2, display: 'grid', gap: 1.5, alignContent: 'start', minWidth: 0 }}>
      <Typography variant="subtitle2" component="h4" color="textSecondary">
        {text(`debrief.side.${side}`)}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 2 }}>
        {stances.map((stance) => (
          <Stance key={stance.scorecardId} stance={stance} />
        ))}
      </Box>
    </Box>
  )
}

const Item = ({ disagreement }: { disagreement: Disagreement }) => {
  const text = useText()
  const { competency, spread, acrossTheMiddle, stances, notAssessedBy } = disagreement
  const sides = SIDES.map((side) => ({ side, stances: stances.filter((one) => one.side === side) })).filter(
    (one) => one.stances.length > 0,
  )
  const size =
    spread === null ? text('debrief.acrossScales') : text('debrief.spread', { smart_count: spread })
  return (
    <Box
      component="li"
      sx={{
        listStyle: 'none',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
        overflow: 'hidden',
      }}
    >
      <Box sx={{ px: 2, py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="h3" sx={{ overflowWrap: 'anywhere' }}>
          {competency.name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {acrossTheMiddle ? `${size}, ${text('debrief.acrossTheMiddle')}` : size}
        </Typography>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            md: `repeat(${sides.length}, minmax(0, 1fr))`,
          },
          '& > * + *': {
            borderTop: { xs: 1, md: 0 },
            borderLeft: { md: 1 },
            borderColor: { xs: 'divider', md: 'divider' },
          },
        }}
      >
        {sides.map((one) => (
          <Side key={one.side} {...one} />
        ))}
      </Box>
      {notAssessedBy.length > 0 && (
        <Box sx={{ px: 2, pb: 1.5, color: 'text.secondary', fontSize: '0.875rem' }}>
          {text('debrief.notAssessedBy', { names: namesOf(notAssessedBy) })}
        </Box>
      )}
    </Box>
  )
}

/** What the panel differs on, the largest first, with the evidence of both sides. Where nobody differs, it says so. */
export const DebriefAgenda = ({ agenda }: { agenda: Agenda }) => {
  const text = useText()
  const { disagreements, agreed, ratedOnce } = agenda
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      {disagreements.length === 0 ? (
        <Notice kind="success" title={text('debrief.nothing')}>
          {text('debrief.nothingText')}
        </Notice>
      ) : (
        <Box
          component="ol"
          sx={{ m: 0, p: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}
        >
          {disagreements.map((one) => (
            <Item key={one.competency.id} disagreement={one} />
          ))}
        </Box>
      )}
      {agreed.length > 0 && (
        <Typography variant="body2">{text('debrief.agreed', { names: namesOf(agreed) })}</Typography>
      )}
      {ratedOnce.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {text('debrief.ratedOnce', { names: namesOf(ratedOnce) })}
        </Typography>
      )}
    </Box>
  )
}
