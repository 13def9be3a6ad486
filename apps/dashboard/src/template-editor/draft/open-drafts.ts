import type { InterviewTemplateVersion } from '@assay/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { heldSession } from '../../api/current-session.ts'
import { ApiProblem } from '../../api/problem.ts'
import { DeviceCopy } from '../../drafts/device-copy.ts'
import { holdOpenDraft } from '../../drafts/unsent-drafts.ts'
import { keepVersion, saveDraft } from '../version-requests.ts'
import { asJson, type DeviceText, deviceText, subjectOf, titleOf } from './device-text.ts'
import type { KeepsOnDevice } from './device-keeping.ts'
import { DraftEngine } from './draft-engine.ts'

interface OpenDraft {
  engine: DraftEngine
  userId: string
  /** The page writes on it no more. */
  close: () => void
}

/** Drafts that are open, or were left before everything in them was saved: coming back finds it all. */
const open = new Map<string, OpenDraft>()

const whoIsHere = (): string => heldSession()?.user.id ?? ''

export const heldDraft = (id: string): DraftEngine | undefined => {
  const held = open.get(id)
  return held?.userId === whoIsHere() ? held?.engine : undefined
}

const close = (id: string): void => {
  open.get(id)?.close()
  open.delete(id)
}

/** A device that cannot keep anything (`keeps` is false) is not asked again while the draft is open. */
export const openDraft = (
  version: InterviewTemplateVersion,
  { queries, keeps }: { queries: QueryClient; keeps: boolean },
): DraftEngine => {
  const { id } = version
  const held = heldDraft(id)
  if (held) return held
  // What somebody else left open here stays on the device for them.
  close(id)
  const userId = whoIsHere()
  const copy = keeps
    ? new DeviceCopy({ userId, subject: subjectOf(id), onChange: (state) => engine.tell(state) })
    : null
  const keep = (text: () => DeviceText) =>
    copy?.write(() => ({ title: titleOf(version), text: asJson(text()) }))
  const device: KeepsOnDevice | null = copy && {
    write: keep,
    acknowledged: copy.acknowledged,
    flush: copy.flush,
  }
  const engine: DraftEngine = new DraftEngine(
    version,
    async (draft, revision, leaving) => {
      // Somebody else signed in meanwhile: what this person wrote is not theirs to save.
      if (whoIsHere() !== userId) throw new ApiProblem(403, 'forbidden')
      const saved = await saveDraft(id, draft, { revision, leaving })
      keepVersion(queries, saved)
      return saved
    },
    device,
  )
  open.set(id, { engine, userId, close: closing({ engine, version, userId, copy }) })
  return engine
}

interface Opened {
  engine: DraftEngine
  version: InterviewTemplateVersion
  userId: string
  copy: DeviceCopy | null
}

/** Signing out asks for the draft while it is open. */
const closing = ({ engine, version, userId, copy }: Opened): (() => void) => {
  const letGo = holdOpenDraft({
    userId,
    send: async () => {
      await engine.flush()
      await copy?.flush()
    },
    unkept: () => {
      const snapshot = engine.snapshot()
      if (engine.settled || snapshot.device === 'kept') return null
      const text = asJson(deviceText(snapshot, snapshot.draft))
      return { subject: subjectOf(version.id), title: titleOf(version), text, writtenAt: Date.now() }
    },
    drop: () => void dropDraft(version.id),
  })
  return () => {
    letGo()
    void copy?.close()
  }
}

/** What is on its way goes on; a draft that is saved is let go. */
export const leaveDraft = async (id: string, engine: DraftEngine): Promise<void> => {
  await engine.flush(true)
  if (engine.settled && !engine.watched && open.get(id)?.engine === engine) close(id)
}

/** Nobody writes on it any more. Afterwards the page may be left without a question: it has drawn itself once more. */
export const dropDraft = async (id: string): Promise<void> => {
  open.get(id)?.engine.giveUp()
  close(id)
  await new Promise((resolve) => setTimeout(resolve))
}
