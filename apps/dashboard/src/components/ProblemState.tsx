import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import Button from '@mui/material/Button'
import { asProblem } from '../api/problem.ts'
import { useText } from '../i18n/text.ts'
import { Blank } from './Blank.tsx'
import { ForbiddenState } from './ForbiddenState.tsx'
import { NotFoundState } from './NotFoundState.tsx'

/** In place of what could not be loaded. */
export const ProblemState = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const text = useText()
  const problem = asProblem(error)
  if (problem.code === 'forbidden') return <ForbiddenState />
  if (problem.code === 'not_found') return <NotFoundState />
  return (
    <Blank
      icon={CloudOffOutlined}
      title={text(`problem.${problem.code}.title`)}
      action={
        <Button variant="contained" onClick={onRetry}>
          {text('failure.retry')}
        </Button>
      }
    >
      {text(`problem.${problem.code}.cure`)}
      {problem.body.requestId && <p>{text('failure.request', { id: problem.body.requestId })}</p>}
    </Blank>
  )
}
