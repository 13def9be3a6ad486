import { useEffect, useRef } from 'react'
import { type LeftCopy, removeLeftCopy } from './device-copies.ts'
import { leftText } from './device-text.ts'
import type { DraftEngine } from './draft-engine.ts'
import type { DraftParts } from './draft-kind.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'

/**
 * Brings back what earlier pages left, one after the other: each when nothing of the one before waits any more. A copy
 * goes only when what it says is kept by this page, or is on the server. One that the server has had all of ends by itself.
 */
export const useRecovery = <Parts extends DraftParts>(
  engine: DraftEngine<Parts>,
  snapshot: DraftSnapshot<Parts>,
  copies: readonly LeftCopy[],
): void => {
  const done = useRef(new Set<string>())
  useEffect(() => {
    if (!engine.settled || snapshot.recovered) return
    const next = copies.find(({ writer, isAcknowledged }) => !isAcknowledged && !done.current.has(writer))
    if (!next) return
    done.current.add(next.writer)
    try {
      engine.recover(leftText<Parts>(next))
    } catch {
      // Of a release that wrote drafts otherwise: it stays on the device, and signing out offers it as a file.
      return
    }
    const remove = async (): Promise<void> => {
      if (await engine.secure()) await removeLeftCopy(next)
    }
    void remove()
  }, [engine, snapshot, copies])
}
