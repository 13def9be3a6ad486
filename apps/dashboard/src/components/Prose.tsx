import Box from '@mui/material/Box'
import { codeFace } from '../theme/typography.ts'

const look = {
  whiteSpace: 'pre-line',
  overflowWrap: 'anywhere',
  '& code': {
    fontFamily: codeFace,
    fontSize: '0.9em',
    px: 0.5,
    py: 0.125,
    borderRadius: 0.5,
    bgcolor: 'surface.sunken',
  },
} as const

const CODE = /`([^`\n]+)`/u

/** Text as it was written: line breaks stay, and what stands between backticks is set as code. */
export const Prose = ({ children }: { children: string }) => (
  <Box component="span" sx={look}>
    {children.split(CODE).map((part, place) =>
      // Splitting by a group gives plain text and code in turn.
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name
      place % 2 === 1 ? <code key={place}>{part}</code> : part,
    )}
  </Box>
)
