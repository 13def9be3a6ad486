import type { ApplicationCommand, ApplicationOutcomes } from '@assay/contracts'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { useApplicationCommands } from './application-commands.ts'

/** What was done last, and how to take it back. */
export interface LastChange {
  words: string
  changeSetId: string | null
}

export interface Carrying {
  last: LastChange | null
  busy: boolean
  /** Answers whether anything was changed. */
  carry: (ids: readonly string[], command: ApplicationCommand) => Promise<boolean>
  takeBack: () => Promise<void>
}

const KINDS = {
  advance: 'moved',
  move: 'moved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  hire: 'hired',
  reopen: 'reopened',
} as const

/** Carries commands out, says in words what became of them, and keeps the way back. */
export const useCarrying = (): Carrying => {
  const text = useText()
  const notify = useNotify()
  const commands = useApplicationCommands()
  const [last, setLast] = useState<LastChange | null>(null)
  const [busy, setBusy] = useState(false)

  const guarded = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    try {
      return await work()
    } catch (error) {
      notify(`problem.${asProblem(error).code}.title`, { type: 'error' })
      return false
    } finally {
      setBusy(false)
    }
  }
  const wordsOf = ({ done, outcomes }: ApplicationOutcomes, command: ApplicationCommand): string => {
    const first = outcomes.find((one) => one.done)
    const key: TextKey = `application.changed.${KINDS[command.do]}`
    return text(key, {
      smart_count: done,
      count: done,
      name: first?.name ?? '',
      stage: first?.application?.stage.name ?? '',
    })
  }
  return {
    last,
    busy,
    carry: async (ids, command) =>
      await guarded(async () => {
        const answer = await commands.carry(ids, command)
        const refused = answer.outcomes.find((one) => !one.done)
        if (refused) notify(refused.because, { type: answer.done === 0 ? 'error' : 'warning' })
        if (answer.done === 0) return false
        setLast({ words: wordsOf(answer, command), changeSetId: answer.changeSetId })
        return true
      }),
    takeBack: async () => {
      await guarded(async () => {
        if (last?.changeSetId === null || last?.changeSetId === undefined) return false
        const { done, outcomes } = await commands.undo(last.changeSetId)
        if (done === 0) {
          notify(outcomes[0]?.because ?? text('application.notDone'), { type: 'error' })
          return false
        }
        setLast({ words: text('application.changed.undone'), changeSetId: null })
        return true
      })
    },
  }
}
