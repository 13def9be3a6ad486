import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { useText } from '../i18n/text.ts'
import { codeFace } from '../theme/typography.ts'
import { Notice } from './Notice.tsx'

/** Any problem in the reader's words: what happened, what is kept, what to do. */
export const ProblemNotice = ({ problem, action }: { problem: ApiProblem | null; action?: ReactNode }) => {
  const text = useText()
  if (!problem) return null
  const { code, retryAfterSeconds: seconds, body } = problem
  return (
    <Notice kind="error" title={text(`problem.${code}.title`)} action={action}>
      {seconds ? text('failure.retryAfter', { smart_count: seconds }) : text(`problem.${code}.cure`)}
      {code === 'internal' && body.requestId && (
        <Box
          component="p"
          sx={{ m: 0, mt: 0.5, fontFamily: codeFace, fontSize: '0.813rem', wordBreak: 'break-all' }}
        >
          {text('failure.request', { id: body.requestId })}
        </Box>
      )}
    </Notice>
  )
}
