import { heldSession } from '../api/current-session.ts'
import { ApiProblem } from '../api/problem.ts'
import { removeAcknowledged } from './device-copies.ts'
import { DeviceCopy, type OnDevice } from './device-copy.ts'
import type { KeepsOnDevice } from './device-keeping.ts'
import { asJson, type DeviceText, deviceText, subjectOf } from './device-text.ts'
import { DraftEngine } from './draft-engine.ts'
import type { DraftKind, DraftParts } from './draft-kind.ts'
import type { SaveDraft } from './draft-snapshot.ts'
import { holdOpenDraft } from './unsent-drafts.ts'

interface OpenDraft<Parts extends DraftParts> {
  engine: DraftEngine<Parts>
  userId: string
  copy: DeviceCopy | null
  /** The page writes on it no more. */
  close: () => void
}

export interface Opening<Parts extends DraftParts> {
  id: string
  told: Parts['told']
  /** What it is called in a list of what is not saved. */
  title: string
  save: SaveDraft<Parts>
}

interface Opened<Parts extends DraftParts> extends Opening<Parts> {
  engine: DraftEngine<Parts>
  userId: string
  copy: DeviceCopy | null
}

const whoIsHere = (): string => heldSession()?.user.id ?? ''

/** Drafts of one kind that are open, or were left before everything in them was saved: coming back finds it all. */
export class OpenDrafts<Parts extends DraftParts> {
  readonly #open = new Map<string, OpenDraft<Parts>>()
  readonly #kind: DraftKind<Parts>

  constructor(kind: DraftKind<Parts>) {
    this.#kind = kind
  }

  readonly held = (id: string): DraftEngine<Parts> | undefined => {
    const held = this.#open.get(id)
    return held?.userId === whoIsHere() ? held?.engine : undefined
  }

  /** A device that cannot keep anything (`keeps` is false) is not asked again while the draft is open. */
  readonly open = (opening: Opening<Parts>, keeps: boolean): DraftEngine<Parts> => {
    const { id, told, save } = opening
    const held = this.held(id)
    if (held) return held
    // What somebody else left open here stays on the device for them.
    this.#close(id)
    const userId = whoIsHere()
    const { keepFor } = this.#kind
    const onChange = (state: OnDevice) => engine.tell(state)
    const subject = subjectOf(this.#kind, id)
    const copy = keeps ? new DeviceCopy({ userId, subject, keepFor, onChange }) : null
    const engine: DraftEngine<Parts> = new DraftEngine<Parts>({
      kind: this.#kind,
      told,
      save: async (draft, revision, leaving) => {
        // Somebody else signed in meanwhile: what this person wrote is not theirs to save.
        if (whoIsHere() !== userId) throw new ApiProblem(403, 'forbidden')
        return await save(draft, revision, leaving)
      },
      device: copy && keeping(copy, opening.title),
    })
    this.#open.set(id, { engine, userId, copy, close: this.#closing({ ...opening, engine, userId, copy }) })
    return engine
  }

  /** What is on its way goes on; a draft that is saved is let go. */
  readonly leave = async (id: string, engine: DraftEngine<Parts>): Promise<void> => {
    await engine.flush(true)
    if (engine.settled && !engine.watched && this.#open.get(id)?.engine === engine) this.#close(id)
  }

  /** Nobody writes on it any more. Afterwards the page may be left without a question: it has drawn itself once more. */
  readonly drop = async (id: string): Promise<void> => {
    this.#open.get(id)?.engine.giveUp()
    this.#close(id)
    await new Promise((resolve) => setTimeout(resolve))
  }

  /** It is finished: what the server has all of stays on this device no longer. */
  readonly forget = async (id: string): Promise<void> => {
    if (this.held(id)?.settled) this.#open.get(id)?.copy?.forget()
    // A browser that keeps nothing has nothing to forget.
    await removeAcknowledged(whoIsHere(), subjectOf(this.#kind, id)).catch(() => undefined)
  }

  #close(id: string): void {
    this.#open.get(id)?.close()
    this.#open.delete(id)
  }

  /** Signing out asks for the draft while it is open. */
  #closing({ id, title, engine, userId, copy }: Opened<Parts>): () => void {
    const letGo = holdOpenDraft({
      userId,
      send: async () => {
        await engine.flush()
        await copy?.flush()
      },
      isSettled: () => engine.settled,
      unkept: () => {
        const snapshot = engine.snapshot()
        if (engine.settled || snapshot.device === 'kept') return null
        const text = asJson(deviceText(this.#kind, snapshot, snapshot.draft))
        return { subject: subjectOf(this.#kind, id), title, text, writtenAt: Date.now() }
      },
      drop: () => void this.drop(id),
    })
    return () => {
      letGo()
      void copy?.close()
    }
  }
}

const keeping = <Parts extends DraftParts>(copy: DeviceCopy, title: string): KeepsOnDevice<Parts> => ({
  write: (text: () => DeviceText<Parts>) => copy.write(() => ({ title, text: asJson(text()) })),
  acknowledged: copy.acknowledged,
  flush: copy.flush,
})
