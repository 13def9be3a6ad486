import { useEffect, useRef, useState } from 'react'
import { heldSession } from '../api/current-session.ts'
import { onSessionExpired } from '../api/sign-in-again.ts'

type Settle = (goOn: boolean) => void

/** Waits for requests that find the session over, and holds them until the person has answered. */
export const useSessionExpiry = () => {
  const settle = useRef<Settle | null>(null)
  const [asking, setAsking] = useState(false)
  useEffect(
    () =>
      onSessionExpired(async () => {
        // A page that never knew who is here sends them to the door instead.
        if (!heldSession()) return false
        return await new Promise<boolean>((resolve) => {
          settle.current = resolve
          setAsking(true)
        })
      }),
    [],
  )
  const answer: Settle = (goOn) => {
    setAsking(false)
    settle.current?.(goOn)
  }
  return { asking, answer }
}
