import { useEffect, useState } from 'react'
import { useCurrentSession } from '../api/current-session.ts'
import { type LeftCopy, takeLeftCopies } from './device-copies.ts'

export interface LeftCopies {
  copies: readonly LeftCopy[]
  /** The browser keeps what is written. */
  keeps: boolean
}

/** A browser that does not answer keeps nobody waiting. */
const PATIENCE = 2_000

const look = async (userId: string, subject: string): Promise<LeftCopies> => {
  const asked = takeLeftCopies(userId, subject)
  try {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))
    const copies = await Promise.race([asked, late])
    if (copies) return { copies, keeps: true }
    void asked.then(letGo, () => undefined)
  } catch {
    // A private window, a full disk, or a page without a safe connection: the page says that nothing is kept.
  }
  return { copies: [], keeps: false }
}

const letGo = (copies: readonly LeftCopy[]): void => {
  for (const { lock } of copies) lock.release()
}

/** What pages that are gone left of this draft on the device; null until that is known. */
export const useLeftCopies = (subject: string): LeftCopies | null => {
  const userId = useCurrentSession()?.user.id
  const [found, setFound] = useState<LeftCopies | null>(null)
  useEffect(() => {
    if (userId === undefined) return
    let isHere = true
    const asked = look(userId, subject)
    void asked.then((left) => isHere && setFound(left))
    return () => {
      isHere = false
      void asked.then(({ copies }) => letGo(copies))
    }
  }, [userId, subject])
  return found
}
