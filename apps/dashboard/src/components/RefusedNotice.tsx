import type { ApiProblem } from '../api/problem.ts'
import { Notice } from './Notice.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

/** Rules say in sentences why something is refused, and whom it waits for. */
const TOLD = new Set<string>(['step_refused', 'approver_missing'])

/** Why something may not be done, in the server's own sentences; any other problem as everywhere. */
export const RefusedNotice = ({ problem }: { problem: ApiProblem | null }) =>
  problem && TOLD.has(problem.code) ? (
    <Notice kind="error" title={problem.body.detail ?? ''} />
  ) : (
    <ProblemNotice problem={problem} />
  )
