import { scaleLevels } from '@assay/contracts'
import Box from '@mui/material/Box'
import { levelsOf } from '../../components/rating-tone.ts'
import { useText } from '../../i18n/text.ts'

const [FOUR] = scaleLevels

/** Where the bar stands: the levels that meet it are filled, those below are only outlined. */
export const BarScale = ({ bar }: { bar: number }) => {
  const text = useText()
  const levels = levelsOf(bar > FOUR ? 5 : FOUR)
  const named = levels[bar - 1]
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
      <Box component="span" aria-hidden sx={{ display: 'inline-flex', gap: '3px' }}>
        {levels.map(({ level, tone }) => (
          <Box
            component="span"
            key={level}
            sx={{
              width: 18,
              height: 10,
              borderRadius: 0.25,
              border: 1.5,
              borderColor: level < bar ? 'surface.control' : tone,
              bgcolor: level < bar ? 'transparent' : tone,
            }}
          />
        ))}
      </Box>
      <span>{named && text('bank.barAt', { level: bar, name: text(`rating.${named.name}`) })}</span>
    </Box>
  )
}
