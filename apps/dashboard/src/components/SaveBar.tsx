import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { useText } from '../i18n/text.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { SubmitButton } from './SubmitButton.tsx'

interface SaveBarProps {
  verb: string
  dirty: boolean
  /** What is said while there is nothing to save. */
  idle?: string
  sending: boolean
  /** What is wrong right now, or that something is not saved. */
  note?: ReactNode
  problem?: ApiProblem | null
  onDiscard?: () => void
}

const bar = {
  bottom: 0,
  zIndex: 2,
  py: 2,
  mt: 1,
  display: 'grid',
  gap: 1.5,
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
} as const

/** The end of a form; while something is unsaved it stays in sight, with whatever went wrong. */
export const SaveBar = ({ verb, dirty, idle, sending, note, problem = null, onDiscard }: SaveBarProps) => {
  const text = useText()
  return (
    <Box sx={{ ...bar, position: dirty ? 'sticky' : 'static' }}>
      <ProblemNotice problem={problem} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <SubmitButton sending={sending} missing={!dirty && (idle ?? text('saveBar.unchanged'))}>
          {verb}
        </SubmitButton>
        {dirty && onDiscard && <Button onClick={onDiscard}>{text('action.discard')}</Button>}
        <Typography variant="body2" color="textSecondary" component="output">
          {dirty && note}
        </Typography>
      </Box>
    </Box>
  )
}
