import type { ApiProblem } from '../api/problem.ts'
import { Notice } from '../components/Notice.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'

/** Why something may not be done, in the server's own sentences; any other problem as everywhere. */
export const RefusedNotice = ({ problem }: { problem: ApiProblem | null }) =>
  problem?.code === 'step_refused' ? (
    <Notice kind="error" title={problem.body.detail ?? ''} />
  ) : (
    <ProblemNotice problem={problem} />
  )
