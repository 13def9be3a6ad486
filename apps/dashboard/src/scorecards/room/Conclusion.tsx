import { confidences, recommendations, type ScorecardDraft, type ScorecardGap } from '@assay/contracts'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, type ReactNode } from 'react'
import { Field } from '../../components/Field.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { levelsOf } from '../../components/rating-tone.ts'
import { useText } from '../../i18n/text.ts'
import { useRoomWork } from '../room-context.ts'
import { setField } from '../scorecard-edits.ts'
import { RadioRow, radioGroup } from './RadioRow.tsx'

type ConclusionProps = Pick<ScorecardDraft, 'recommendation' | 'confidence' | 'summary'> & {
  gaps: readonly ScorecardGap[]
  untouched: number
  refusal: string | undefined
  /** Submitting, or what stands in its place. */
  children: ReactNode
}

const Recommendation = ({ recommendation }: Pick<ScorecardDraft, 'recommendation'>) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  return (
    <Box component="fieldset" aria-label={text('scorecard.end.recommendation')} sx={radioGroup}>
      {recommendations.map((one, place) => {
        const { level, tone } = levelsOf(4)[place]!
        return (
          <RadioRow
            key={one}
            name="recommendation"
            checked={recommendation === one}
            disabled={!mayWrite}
            mark={<LevelMark level={level} tone={tone} size={24} />}
            title={text(`scorecard.end.${one}`)}
            onChoose={() => change(setField({ recommendation: recommendation === one ? null : one }))}
          />
        )
      })}
    </Box>
  )
}

const Confidence = ({ confidence }: Pick<ScorecardDraft, 'confidence'>) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  return (
    <Box component="fieldset" sx={{ ...radioGroup, border: 0, borderRadius: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ mb: 0.75, p: 0 }}>
        {text('scorecard.end.confidence')}
      </Typography>
      <Box
        sx={{
          ...radioGroup,
          display: 'grid',
          gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
          '& > label': { borderTop: 0 },
        }}
      >
        {confidences.map((one) => (
          <RadioRow
            key={one}
            name="confidence"
            checked={confidence === one}
            disabled={!mayWrite}
            title={text(`scorecard.end.${one}`)}
            onChoose={() => change(setField({ confidence: confidence === one ? null : one }))}
          />
        ))}
      </Box>
    </Box>
  )
}

const GapLine = ({ gap }: { gap: ScorecardGap }) => {
  const { openCompetency } = useRoomWork()
  const { competencyId, because } = gap
  if (competencyId === null) return <li>{because}</li>
  return (
    <li>
      <Box
        component="button"
        type="button"
        onClick={() => {
          openCompetency(competencyId)
          document.querySelector<HTMLElement>(`[data-stop="competency:${competencyId}"]`)?.focus()
        }}
        sx={{
          font: 'inherit',
          color: 'inherit',
          textAlign: 'left',
          p: 0,
          minHeight: 24,
          border: 0,
          bgcolor: 'transparent',
          textDecoration: 'underline',
          cursor: 'pointer',
        }}
      >
        {because}
      </Box>
    </li>
  )
}

const Missing = ({ gaps, untouched }: Pick<ConclusionProps, 'gaps' | 'untouched'>) => {
  const text = useText()
  return (
    <Box sx={{ fontSize: '0.875rem', display: 'grid', gap: 0.75 }}>
      {gaps.length === 0 ? (
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', color: 'success.main' }}>
          <CheckCircleOutlined aria-hidden sx={{ fontSize: 18 }} />
          {text('scorecard.end.complete')}
        </Box>
      ) : (
        <div>
          <Typography variant="subtitle2" component="p">
            {text('scorecard.end.missing')}
          </Typography>
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25, display: 'grid', gap: 0.5 }}>
            {gaps.map((gap) => (
              <GapLine key={`${gap.code}/${gap.competencyId}`} gap={gap} />
            ))}
          </Box>
        </div>
      )}
      {untouched > 0 && (
        <Box sx={{ color: 'text.secondary' }}>
          {text('scorecard.end.untouched', { smart_count: untouched })}
        </Box>
      )}
    </Box>
  )
}

/** Asked last: what follows from it all. */
export const Conclusion = memo((props: ConclusionProps) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  const { recommendation, confidence, summary, gaps, untouched, refusal, children } = props
  return (
    <Box
      component="section"
      data-stop="conclusion"
      tabIndex={-1}
      aria-label={text('scorecard.end.title')}
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        p: 2,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr)',
        scrollMarginTop: 76,
        '&:focus': { outline: 'none', boxShadow: 'inset 3px 0 0 var(--assay-palette-brass-main)' },
      }}
    >
      <div>
        <Typography variant="h2">{text('scorecard.end.title')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {text('scorecard.end.about')}
        </Typography>
      </div>
      <Recommendation recommendation={recommendation} />
      <Confidence confidence={confidence} />
      <Field
        multiline
        minRows={3}
        label={text('scorecard.end.summary')}
        hint={text('scorecard.end.summaryHint')}
        error={refusal}
        readOnly={!mayWrite}
        value={summary}
        inputProps={{ 'data-part': 'summary' }}
        onChange={({ target }) => change(setField({ summary: target.value }))}
      />
      {mayWrite && <Missing gaps={gaps} untouched={untouched} />}
      {children}
    </Box>
  )
})
Conclusion.displayName = 'Conclusion'
