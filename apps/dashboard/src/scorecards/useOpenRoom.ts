import type { InterviewRoom } from '@assay/contracts'
import { useEffect, useEffectEvent, useState } from 'react'
import { currentSession, heldSession, holdRememberedSession } from '../api/current-session.ts'
import { ApiProblem, asProblem } from '../api/problem.ts'
import { findKeptRoom, forgetRoom, keepRoom } from './drafts/kept-room.ts'
import { fetchRoom } from './drafts/scorecard-requests.ts'

export interface OpenRoom {
  room: InterviewRoom
  /** Whose it is. Nobody else may see it. */
  userId: string
  /** Without a network: when this device kept it, in milliseconds since 1970. Null when it is the server's answer. */
  keptAt: number | null
}

export type Opening = { open: OpenRoom } | { error: unknown } | null

/** A network that only seems to be there, in milliseconds. */
const PATIENCE = 8_000
/** While the server could not be asked. */
const ASK_AGAIN = 3_000

const NO_ANSWER = new Set(['network', 'unavailable'])

const fromServer = async (id: string): Promise<OpenRoom> => {
  const { user } = await currentSession()
  return { room: await fetchRoom(id), userId: user.id, keptAt: null }
}

const fromDevice = async (id: string): Promise<OpenRoom | null> => {
  const kept = await findKeptRoom(id).catch(() => null)
  if (!kept) return null
  holdRememberedSession(kept.session)
  const userId = kept.session.user.id
  return heldSession()?.user.id === userId ? { room: kept.room, userId, keptAt: kept.keptAt } : null
}

/** No answer says nothing about who is here or what they may do: then the device is asked. */
const openRoom = async (id: string): Promise<OpenRoom> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiProblem(0, 'network')), PATIENCE)
  })
  try {
    return await Promise.race([fromServer(id), silence])
  } catch (error) {
    const kept = NO_ANSWER.has(asProblem(error).code) ? await fromDevice(id) : null
    if (!kept) throw error
    return kept
  } finally {
    clearTimeout(timer)
  }
}

const asked = new Map<string, Promise<OpenRoom>>()

/** React may throw a first drawing away and begin anew: what was asked for then is waited for, and not asked twice. */
const openOnce = async (id: string): Promise<OpenRoom> => {
  const opening = asked.get(id) ?? openRoom(id).finally(() => asked.delete(id))
  asked.set(id, opening)
  return await opening
}

/** What the device keeps follows what the server says: the room while it is written in, and nothing afterwards. */
const keepOnDevice = async ({ room, userId, keptAt }: OpenRoom): Promise<void> => {
  const session = heldSession()
  if (keptAt !== null || session?.user.id !== userId) return
  const { status, may, id } = room.scorecard
  if (status === 'draft' && may.write.allowed) await keepRoom(session, room)
  else await forgetRoom(userId, id)
}

/** The server says that it is not theirs, or not there, any more. */
const isRefusal = (error: unknown): boolean => [403, 404].includes(asProblem(error).status)

/** The room of one scorecard: the server's, or the device's until the server can be asked. */
export const useOpenRoom = (id: string) => {
  const [asking, setAsking] = useState(async () => await openOnce(id))
  const [opening, setOpening] = useState<Opening>(null)
  useEffect(() => {
    let isHere = true
    void asking.then(
      (open) => isHere && setOpening({ open }),
      // What is there already stays: it may be asked again.
      (error: unknown) => isHere && setOpening((before) => (before && 'open' in before ? before : { error })),
    )
    return () => {
      isHere = false
    }
  }, [asking])
  const open = opening && 'open' in opening ? opening.open : null
  const isKept = open !== null && open.keptAt !== null
  const check = useEffectEvent(async () => {
    try {
      setOpening({ open: await fromServer(id) })
    } catch (error) {
      if (!open || !isRefusal(error)) return
      await forgetRoom(open.userId, id).catch(() => undefined)
      setOpening({ error })
    }
  })
  useEffect(() => {
    if (!isKept) return
    let running = false
    const ask = () => {
      if (running) return
      running = true
      void check().finally(() => {
        running = false
      })
    }
    const timer = setInterval(ask, ASK_AGAIN)
    addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', ask)
    }
  }, [isKept])
  useEffect(() => {
    // A browser that keeps nothing says so where the draft stands.
    if (open) void keepOnDevice(open).catch(() => undefined)
  }, [open])
  return {
    opening,
    again: () => setAsking(openRoom(id)),
    take: (room: InterviewRoom) => open && setOpening({ open: { ...open, room, keptAt: null } }),
  }
}
