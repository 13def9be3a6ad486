import Link from '@mui/material/Link'
import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

/** Somewhere else, in a tab of its own, that learns nothing of this page. */
export const OutLink = ({ href, children }: { href: string; children: string }) => {
  const text = useText()
  return (
    <Link href={href} target="_blank" rel="noopener noreferrer" underline="always">
      {children}
      <Box component="span" sx={visuallyHidden}>
        {` (${text('candidate.newTab')})`}
      </Box>
    </Link>
  )
}
