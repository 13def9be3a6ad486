import type { InterviewRoom } from '@assay/contracts'
import { I18nContext } from 'ra-core'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { currentSession, useCurrentSession } from '../api/current-session.ts'
import { asProblem } from '../api/problem.ts'
import { useAnswer } from '../components/useAnswer.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useLeftCopies } from '../drafts/useLeftCopies.ts'
import { signInAddress } from '../sessions/return-address.ts'
import { SignInAgain } from '../sessions/SignInAgain.tsx'
import { fetchRoom } from './drafts/scorecard-requests.ts'
import { scorecardSubject } from './drafts/useScorecardDraft.ts'
import { Room } from './room/Room.tsx'
import { roomTexts } from './room-texts.ts'

/** Nobody reads anything of a page that signs in first. */
const useSignedOut = (error: unknown): boolean => {
  const navigate = useNavigate()
  const isSignedOut = error !== undefined && asProblem(error).status === 401
  useEffect(() => {
    if (isSignedOut) void navigate(signInAddress(location.pathname), { replace: true })
  }, [isSignedOut, navigate])
  return isSignedOut
}

const roomOf = async (id: string): Promise<InterviewRoom> => {
  await currentSession()
  return await fetchRoom(id)
}

const Loaded = ({ id }: { id: string }) => {
  const { asked, again, take } = useAnswer(async () => await roomOf(id))
  const left = useLeftCopies(scorecardSubject(id))
  const session = useCurrentSession()
  const error = asked && 'error' in asked ? asked.error : undefined
  const isSignedOut = useSignedOut(error)
  if (error !== undefined && !isSignedOut) return <ProblemState error={error} onRetry={again} />
  if (!asked || !('data' in asked) || !left || !session) return <PageLoading />
  return <Room room={asked.data} left={left} onRoom={take} onReload={again} />
}

/** The interview room: a light route of its own, apart from the admin. */
export const InterviewRoomPage = () => {
  const { id = '' } = useParams()
  return (
    <I18nContext.Provider value={roomTexts}>
      <Loaded key={id} id={id} />
      <SignInAgain />
    </I18nContext.Provider>
  )
}
