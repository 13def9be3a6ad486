import type { invitationPreview } from '@assay/contracts'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { asProblem, type ApiProblem } from '../api/problem.ts'
import { requestSignedOut } from '../api/request.ts'

type Preview = z.infer<typeof invitationPreview>
interface State {
  preview: Preview | null
  problem: ApiProblem | null
}

/** Who is invited where, so that the page can greet them before they choose a password. */
export const useInvitationPreview = (token: string | null): State => {
  const [state, setState] = useState<State>({ preview: null, problem: null })
  useEffect(() => {
    if (!token) return
    const leaving = new AbortController()
    requestSignedOut<Preview>('/invitations/inspect', {
      method: 'POST',
      body: { token },
      signal: leaving.signal,
    }).then(
      ({ data }) => setState({ preview: data, problem: null }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ preview: null, problem: asProblem(error) })
      },
    )
    return () => leaving.abort()
  }, [token])
  return state
}
