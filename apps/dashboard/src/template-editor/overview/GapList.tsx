import type { VersionGap } from '@assay/contracts'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../../i18n/text.ts'
import { placeOfGap } from '../draft/gap-place.ts'
import { PlaceLink } from './PlaceLink.tsx'

/** What is missing before it may be published; each leads to where it is written. */
export const GapList = ({ gaps }: { gaps: readonly VersionGap[] }) => {
  const text = useText()
  if (gaps.length === 0) {
    return (
      <Typography
        sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'success.main', fontWeight: 600 }}
      >
        <TaskAltOutlined aria-hidden />
        {text('templateEditor.gaps.none')}
      </Typography>
    )
  }
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.75, display: 'grid', gap: 1 }}>
      {gaps.map((gap) => (
        <Typography component="li" variant="body2" key={[gap.code, ...gap.at].join(' ')}>
          <PlaceLink place={placeOfGap(gap)}>{gap.because}</PlaceLink>
        </Typography>
      ))}
    </Box>
  )
}
