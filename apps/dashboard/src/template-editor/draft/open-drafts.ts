import type { InterviewTemplateVersion } from '@assay/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { heldSession } from '../../api/current-session.ts'
import { ApiProblem } from '../../api/problem.ts'
import { keepVersion, saveDraft } from '../version-requests.ts'
import { DraftEngine } from './draft-engine.ts'

interface OpenDraft {
  engine: DraftEngine
  userId: string | undefined
}

/** Drafts that are open, or were left before everything in them was saved: coming back finds it all. */
const open = new Map<string, OpenDraft>()

const whoIsHere = (): string | undefined => heldSession()?.user.id

export const heldDraft = (id: string): DraftEngine | undefined => {
  const held = open.get(id)
  return held?.userId === whoIsHere() ? held?.engine : undefined
}

export const openDraft = (version: InterviewTemplateVersion, queries: QueryClient): DraftEngine => {
  const { id } = version
  const held = heldDraft(id)
  if (held) return held
  const userId = whoIsHere()
  const engine = new DraftEngine(version, async (draft, revision, leaving) => {
    // Somebody else signed in meanwhile: what this person wrote is not theirs to save.
    if (whoIsHere() !== userId) throw new ApiProblem(403, 'forbidden')
    const saved = await saveDraft(id, draft, { revision, leaving })
    keepVersion(queries, saved)
    return saved
  })
  open.set(id, { engine, userId })
  return engine
}

/** What is on its way goes on; a draft that is saved is let go. */
export const leaveDraft = async (id: string, engine: DraftEngine): Promise<void> => {
  await engine.flush(true)
  if (engine.settled && !engine.watched && open.get(id)?.engine === engine) open.delete(id)
}

/** Nobody writes on it any more. Afterwards the page may be left without a question: it has drawn itself once more. */
export const dropDraft = async (id: string): Promise<void> => {
  open.get(id)?.engine.giveUp()
  open.delete(id)
  await new Promise((resolve) => setTimeout(resolve))
}
