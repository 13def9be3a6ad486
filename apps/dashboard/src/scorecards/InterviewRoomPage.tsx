import type { CurrentSession } from '@assay/contracts'
import { I18nContext } from 'ra-core'
import { useEffect, useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { holdSession, useCurrentSession, useRememberedSession } from '../api/current-session.ts'
import { asProblem } from '../api/problem.ts'
import { loadLater } from '../components/load-later.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { usePageTitle } from '../components/usePageTitle.ts'
import { type LeftCopies, useLeftCopies } from '../drafts/useLeftCopies.ts'
import { useText } from '../i18n/text.ts'
import { keepShell } from '../offline/keep-shell.ts'
import { signInAddress } from '../sessions/return-address.ts'
import { useSessionExpiry } from '../sessions/useSessionExpiry.ts'
import { withSaved } from './drafts/kept-room.ts'
import { heldScorecard, scorecardSubject } from './drafts/useScorecardDraft.ts'
import { fetchDialogsSoon, Room } from './room/Room.tsx'
import { roomTexts } from './room-texts.ts'
import { type OpenRoom, useOpenRoom } from './useOpenRoom.ts'

const SignInLater = loadLater(async () => (await import('../sessions/SignInDialog.tsx')).SignInDialog)

/** Nobody reads anything of a page that signs in first. */
const useSignedOut = (error: unknown): boolean => {
  const navigate = useNavigate()
  const isSignedOut = error !== undefined && asProblem(error).status === 401
  useEffect(() => {
    if (isSignedOut) void navigate(signInAddress(location.pathname), { replace: true })
  }, [isSignedOut, navigate])
  return isSignedOut
}

/** Once the room is there, all that may be wanted later is fetched: there may be no network then. */
const useFetchedSoon = (): void => {
  useEffect(() => {
    const stops = [SignInLater.fetchSoon(), ...fetchDialogsSoon(), keepShell()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}

/**
 * Who is at this page. `unknown`: the room was opened from the device, and the server says that the session is over, or
 * somebody else's. Nothing of the room is shown then.
 */
const useWhoIsHere = (open: OpenRoom) => {
  const session = useCurrentSession()
  const isRemembered = useRememberedSession()
  const { asking, answer } = useSessionExpiry()
  const isSomebodyElse = session !== null && session.user.id !== open.userId
  const isUnknown = isSomebodyElse || (asking && isRemembered)
  const signedIn = (next: CurrentSession): void => {
    holdSession(next)
    // Nothing of the first person stays in the memory of a page that is another one's now.
    if (next.user.id !== open.userId) return location.reload()
    answer(true)
    void heldScorecard(open.room.scorecard.id)?.retry()
  }
  const leave = (): void => {
    answer(false)
    if (isUnknown) location.assign('/')
  }
  return { session, isUnknown, asking: asking || isSomebodyElse, signedIn, leave }
}

/** In place of the room; its title named the candidate. */
const Nothing = () => {
  usePageTitle(useText()('session.again.title'))
  return null
}

interface OpenedProps {
  open: OpenRoom
  left: LeftCopies
  onRoom: Parameters<typeof Room>[0]['onRoom']
  onReload: () => void
}

const Opened = ({ open, left, onRoom, onReload }: OpenedProps) => {
  const { session, isUnknown, asking, signedIn, leave } = useWhoIsHere(open)
  useFetchedSoon()
  const { room, keptAt } = open
  const shown = useMemo(
    () => (keptAt === null ? room : withSaved(room, keptAt, left.copies)),
    [room, keptAt, left],
  )
  const email = isUnknown ? undefined : session?.user.email
  return (
    <>
      {isUnknown ? (
        <Nothing />
      ) : (
        <Room room={shown} left={left} isKept={keptAt !== null} onRoom={onRoom} onReload={onReload} />
      )}
      {asking && <SignInLater.Part email={email} onSignedIn={signedIn} onLeave={leave} />}
    </>
  )
}

const Loaded = ({ id }: { id: string }) => {
  const { opening, again, take } = useOpenRoom(id)
  const left = useLeftCopies(scorecardSubject(id))
  const error = opening && 'error' in opening ? opening.error : undefined
  const isSignedOut = useSignedOut(error)
  if (error !== undefined && !isSignedOut) return <ProblemState error={error} onRetry={again} />
  if (!opening || !('open' in opening) || !left) return <PageLoading />
  return <Opened open={opening.open} left={left} onRoom={take} onReload={again} />
}

/** The interview room: a light route of its own, apart from the admin. */
export const InterviewRoomPage = () => {
  const { id = '' } = useParams()
  return (
    <I18nContext.Provider value={roomTexts}>
      <Loaded key={id} id={id} />
    </I18nContext.Provider>
  )
}
