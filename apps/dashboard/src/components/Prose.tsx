import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { codeFace } from '../theme/typography.ts'

const look = {
  whiteSpace: 'pre-line',
  overflowWrap: 'anywhere',
  '& strong': { fontWeight: 650 },
  // The typeface has no italics of its own, and leaning it by force looks broken.
  '& em': { fontStyle: 'normal', fontWeight: 570 },
  '& code': {
    fontFamily: codeFace,
    fontSize: '0.9em',
    px: 0.5,
    py: 0.125,
    borderRadius: 0.5,
    bgcolor: 'surface.sunken',
  },
} as const

/** Code first: what stands in it is never anything else. Signs with a space inside them are signs, not emphasis. */
const MARKED = /`([^`\n]+)`|\*\*(?=\S)([^*\n]*[^*\s])\*\*|\*(?=[^\s*])([^*\n]*[^*\s])\*(?!\*)/gu

const marked = (written: string): ReactNode[] => {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of written.matchAll(MARKED)) {
    const [whole, code, strong, emphasis] = match
    const key = match.index
    parts.push(written.slice(end, key))
    if (code !== undefined) parts.push(<code key={key}>{code}</code>)
    else if (strong === undefined) parts.push(<em key={key}>{emphasis}</em>)
    else parts.push(<strong key={key}>{strong}</strong>)
    end = key + whole.length
  }
  return [...parts, written.slice(end)]
}

/** Text as it was written: line breaks stay, `code`, **strong** and *emphasis* are set as such. */
export const Prose = ({ children }: { children: string }) => (
  <Box component="span" sx={look}>
    {marked(children)}
  </Box>
)
