import Box from '@mui/material/Box'
import { titleFace } from '../theme/typography.ts'
import { useText } from '../i18n/text.ts'
import { Mark } from './Mark.tsx'

export const Wordmark = ({ size = 28 }: { size?: number }) => {
  const text = useText()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
      <Mark size={size} />
      <Box
        component="span"
        sx={{ fontFamily: titleFace, fontSize: size * 0.8, fontWeight: 560, letterSpacing: '-0.02em' }}
      >
        {text('brand.name')}
      </Box>
    </Box>
  )
}
