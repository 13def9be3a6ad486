import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { useText } from '../../i18n/text.ts'
import { competencyPlace } from '../draft/gap-place.ts'
import type { Covered } from '../draft/coverage.ts'
import { PlaceLink } from './PlaceLink.tsx'

export const CoverageWords = ({ covered }: { covered: Covered }) => {
  const text = useText()
  const { primary, secondary } = covered
  if (primary + secondary === 0) {
    return (
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          gap: 0.5,
          alignItems: 'center',
          color: 'warning.main',
          fontWeight: 600,
        }}
      >
        <WarningAmberOutlined aria-hidden sx={{ fontSize: 16 }} />
        {text('templateEditor.coverage.none')}
      </Box>
    )
  }
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text('templateEditor.coverage.counts', { primary, secondary })}
    </Box>
  )
}

/** Which questions tell about what is rated. What nobody asks about stands out. */
export const Coverage = memo(({ covered }: { covered: readonly Covered[] }) => {
  const text = useText()
  if (covered.length === 0) return null
  return (
    <Box component="section">
      <Typography variant="subtitle2" component="h2">
        {text('templateEditor.coverage.title')}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mb: 0.75 }}>
        {text('templateEditor.coverage.about')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {covered.map((one) => (
          <Box component="li" key={one.competencyId} sx={{ fontSize: '0.813rem', lineHeight: 1.4 }}>
            <PlaceLink place={competencyPlace(one.competencyId)}>{one.name}</PlaceLink>
            <Box>
              <CoverageWords covered={one} />
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
})
Coverage.displayName = 'Coverage'
