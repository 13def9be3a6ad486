import type { RatingLevel, Scale } from '@assay/contracts'
import Box from '@mui/material/Box'
import { LevelMark } from '../../components/LevelMark.tsx'
import { levelsOf } from '../../components/rating-tone.ts'
import { useText } from '../../i18n/text.ts'

/** A rating as number, colour and word. */
export const RatingWords = ({ level, scale }: { level: RatingLevel | null; scale: Scale }) => {
  const text = useText()
  const one = levelsOf(scale).find((known) => known.level === level)
  if (!one) {
    return <Box sx={{ color: 'text.secondary' }}>{text('scorecard.rating.not_assessed')}</Box>
  }
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      <LevelMark level={one.level} tone={one.tone} size={24} />
      {text(`rating.${one.name}`)}
    </Box>
  )
}
