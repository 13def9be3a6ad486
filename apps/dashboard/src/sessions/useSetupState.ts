import type { setupState } from '@assay/contracts'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { requestSignedOut } from '../api/request.ts'

export type SetupState = z.infer<typeof setupState>

/** Whether there is an organization yet, whether this is a demo, whether mail is sent. Null until known. */
export const useSetupState = (): SetupState | null => {
  const [state, setState] = useState<SetupState | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    requestSignedOut<SetupState>('/setup', { signal: leaving.signal }).then(
      ({ data }) => setState(data),
      // It only adds a hint: the page works without, and sending the form will say what is wrong.
      () => undefined,
    )
    return () => leaving.abort()
  }, [])
  return state
}
