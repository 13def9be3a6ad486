import type { InterviewRoom } from '@assay/contracts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { useState } from 'react'
import {
  amendScorecard,
  giveUpRecall,
  handOver,
  recallScorecard,
  submitScorecard,
} from '../drafts/scorecard-requests.ts'
import type { ScorecardEngine } from '../drafts/useScorecardDraft.ts'

export interface Steps {
  sending: boolean
  problem: ApiProblem | null
  /** Each resolves to whether it was done. */
  submit: () => Promise<boolean>
  amend: (because: string) => Promise<boolean>
  recall: () => Promise<boolean>
  giveUpRecall: () => Promise<boolean>
  handOver: () => Promise<boolean>
}

/** The steps of a scorecard. What is written goes to the server first: what is submitted is what one sees. */
export const useSteps = (
  id: string,
  engine: ScorecardEngine,
  onRoom: (room: InterviewRoom) => void,
): Steps => {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const take = async (step: () => Promise<InterviewRoom>): Promise<boolean> => {
    setSending(true)
    setProblem(null)
    try {
      onRoom(await step())
      return true
    } catch (error) {
      setProblem(asProblem(error))
      return false
    } finally {
      setSending(false)
    }
  }
  const settled = async (step: (revision: number) => Promise<InterviewRoom>) =>
    await take(async () => await step((await engine.settle()).revision))
  return {
    sending,
    problem,
    submit: async () => await settled(async (revision) => await submitScorecard(id, revision)),
    amend: async (because) => await settled(async (revision) => await amendScorecard(id, because, revision)),
    recall: async () => await take(async () => await recallScorecard(id)),
    giveUpRecall: async () => await take(async () => await giveUpRecall(id)),
    handOver: async () => await settled(async () => await handOver(id)),
  }
}
