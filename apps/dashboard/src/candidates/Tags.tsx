import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'

const tag = {
  px: 0.875,
  py: 0.125,
  borderRadius: 0.75,
  bgcolor: 'surface.sunken',
  color: 'text.secondary',
  fontSize: '0.813rem',
  overflowWrap: 'anywhere',
  listStyle: 'none',
} as const

/** Words that people sort candidates by. */
export const Tags = ({ tags }: { tags: readonly string[] }) => {
  const text = useText()
  if (tags.length === 0) return null
  return (
    <Box
      component="ul"
      aria-label={text('candidate.tags')}
      sx={{ m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
    >
      {tags.map((one) => (
        <Box component="li" key={one} sx={tag}>
          {one}
        </Box>
      ))}
    </Box>
  )
}
