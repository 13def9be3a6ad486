import type { RatingDraft, RatingLevel, Scale } from '@assay/contracts'
import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined'
import RemoveOutlined from '@mui/icons-material/RemoveOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { LevelMark } from '../../components/LevelMark.tsx'
import { Prose } from '../../components/Prose.tsx'
import { levelsOf } from '../../components/rating-tone.ts'
import { textAt } from '../../components/anchors.ts'
import { useText } from '../../i18n/text.ts'
import { type KitCompetency, type KitQuestion, useRoomWork } from '../room-context.ts'
import { NO_RATING, setLevel } from '../scorecard-edits.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { RadioRow, radioGroup } from './RadioRow.tsx'

interface RatingCardProps {
  competency: KitCompetency
  scale: Scale
  rating: RatingDraft | undefined
  questions: readonly KitQuestion[]
  isOpen: boolean
  gap: string | undefined
  refusals: ReadonlyMap<string, string>
}

const Chosen = ({ level, scale }: { level: RatingLevel | null; scale: Scale }) => {
  const text = useText()
  const one = levelsOf(scale).find((known) => known.level === level)
  if (one) {
    return (
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
        <LevelMark level={one.level} tone={one.tone} size={24} />
        {text(`rating.${one.name}`)}
      </Box>
    )
  }
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text(level === null ? 'scorecard.rating.none' : 'scorecard.rating.not_assessed')}
    </Box>
  )
}

const Levels = ({
  competency,
  scale,
  level,
}: Pick<RatingCardProps, 'competency' | 'scale'> & { level: RatingLevel | null }) => {
  const text = useText()
  const { change, mayWrite } = useRoomWork()
  const row = (value: RatingLevel) => ({
    name: `level-${competency.id}`,
    checked: level === value,
    disabled: !mayWrite,
    onChoose: () => change(setLevel(competency.id, value)),
  })
  return (
    <Box
      component="fieldset"
      aria-label={text('scorecard.rating.levels', { name: competency.name })}
      sx={radioGroup}
    >
      {levelsOf(scale).map((one) => (
        <RadioRow
          key={one.level}
          {...row(one.level as RatingLevel)}
          mark={<LevelMark level={one.level} tone={one.tone} size={24} />}
          title={text(`rating.${one.name}`)}
        >
          <Prose>{textAt(competency.anchors, one.level)}</Prose>
        </RadioRow>
      ))}
      <RadioRow
        {...row('not_assessed')}
        mark={
          <RemoveOutlined aria-hidden sx={{ fontSize: 20, ml: 0.25, mt: 0.25, color: 'text.secondary' }} />
        }
        title={text('scorecard.rating.not_assessed')}
      >
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {text('scorecard.rating.notAssessedAbout')}
        </Box>
      </RadioRow>
    </Box>
  )
}

/** One competency: its anchors side by side with the choice, and what the choice rests on. */
export const RatingCard = memo((props: RatingCardProps) => {
  const text = useText()
  const { competency, scale, rating = NO_RATING, questions, isOpen, gap, refusals } = props
  const { openCompetency } = useRoomWork()
  const { id, name, definition } = competency
  const pieces = Object.keys(rating.evidence).length
  return (
    <Box
      component="article"
      data-stop={`competency:${id}`}
      tabIndex={-1}
      aria-label={name}
      onFocus={({ target, currentTarget }) => target === currentTarget && openCompetency(id)}
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        scrollMarginTop: 76,
        '&:focus': { outline: 'none', boxShadow: 'inset 3px 0 0 var(--assay-palette-brass-main)' },
      }}
    >
      <ButtonBase
        aria-expanded={isOpen}
        onClick={() => openCompetency(isOpen ? null : id)}
        sx={{
          font: 'inherit',
          width: '100%',
          textAlign: 'left',
          px: 2,
          py: 1.25,
          gap: 1,
          alignItems: 'flex-start',
        }}
      >
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Typography variant="h3" component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Box sx={{ fontSize: '0.875rem', mt: 0.25, display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
            <Chosen level={rating.level} scale={scale} />
            {pieces > 0 && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {text('scorecard.rating.evidenceCount', { smart_count: pieces })}
              </Box>
            )}
          </Box>
        </Box>
        <ExpandMoreOutlined
          aria-hidden
          sx={{ color: 'text.secondary', rotate: isOpen ? '180deg' : '0deg' }}
        />
      </ButtonBase>
      {isOpen && (
        <Box sx={{ px: 2, pb: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {definition && (
            <Typography variant="body2" component="div" color="textSecondary">
              <Prose>{definition}</Prose>
            </Typography>
          )}
          <Levels competency={competency} scale={scale} level={rating.level} />
          {gap && rating.level !== null && (
            <Typography variant="body2" sx={{ color: 'warning.main', fontWeight: 600 }}>
              {gap}
            </Typography>
          )}
          <EvidenceList
            competencyId={id}
            evidence={rating.evidence}
            questions={questions}
            refusals={refusals}
          />
        </Box>
      )}
    </Box>
  )
})
RatingCard.displayName = 'RatingCard'
