import { useRef, useState } from 'react'
import { asProblem, type ApiProblem } from '../api/problem.ts'

export interface Submission<Argument> {
  send: (argument: Argument) => Promise<void>
  sending: boolean
  problem: ApiProblem | null
  forget: () => void
}

/** One command to the server: pessimistic, one at a time, and whatever goes wrong is there to be shown. */
export const useSubmission = <Argument = void>(
  work: (argument: Argument) => Promise<void>,
  onProblem?: (problem: ApiProblem) => void,
): Submission<Argument> => {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const busy = useRef(false)
  const send = async (argument: Argument): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setProblem(null)
    try {
      await work(argument)
    } catch (error) {
      const found = asProblem(error)
      setProblem(found)
      onProblem?.(found)
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  return { send, sending, problem, forget: () => setProblem(null) }
}
