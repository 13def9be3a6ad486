import { sameJson } from '@assay/contracts'
import { ApiProblem, asProblem } from '../api/problem.ts'
import { changedPlaces } from './changed-places.ts'
import type { OnDevice } from './device-copy.ts'
import { DeviceKeeping } from './device-keeping.ts'
import type { LeftText } from './device-text.ts'
import type { DraftKind, DraftParts } from './draft-kind.ts'
import type { DraftSnapshot, Edit, EngineOptions, SaveDraft } from './draft-snapshot.ts'
import type { MergeConflict } from './merge-drafts.ts'
import { mergeFlat, mergeMeeting, withChoice } from './merge-flat-drafts.ts'
import { outgoingDraft } from './outgoing-draft.ts'
import { RefusedPlaces } from './refused-places.ts'
import { PASSING, SaveTiming } from './save-timing.ts'
import { SentDrafts } from './sent-drafts.ts'
import { StepHistory, without } from './step-history.ts'

/**
 * Keeps a draft on its way to the server. Whatever happens to a request, what is written stays here until the server
 * has it; one request is on its way at a time, and what two people wrote is put together.
 */
export class DraftEngine<Parts extends DraftParts> {
  #snapshot: DraftSnapshot<Parts>
  #savedDraft: Parts['draft']
  #savedAt: number | null = null
  #changed = false
  #sending: Promise<void> | null = null
  readonly #timing = new SaveTiming(() => void this.flush())
  readonly #sent = new SentDrafts()
  readonly #refused = new RefusedPlaces()
  readonly #steps: StepHistory<Parts['draft'], Parts['flat']>
  readonly #listeners = new Set<() => void>()
  readonly #kind: DraftKind<Parts>
  readonly #save: SaveDraft<Parts>
  readonly #device: DeviceKeeping<Parts> | null

  /** Without a device, what is written is in this page only, and the page says so. */
  constructor({ kind, told, save, device = null }: EngineOptions<Parts>) {
    const draft = kind.draftOf(told)
    if (draft === null) throw new Error('There is no draft to write on.')
    this.#kind = kind
    this.#save = save
    this.#device = device && new DeviceKeeping(kind, device)
    this.#steps = new StepHistory(kind)
    this.#savedDraft = draft
    this.#snapshot = {
      told,
      draft,
      beside: kind.beside.with(kind.beside.nothing, kind.beside.told(told)),
      save: { kind: 'saved', at: null },
      device: device ? 'none' : 'failed',
      recovered: null,
      conflicts: [],
      held: [],
      mayUndo: false,
      mayRedo: false,
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): DraftSnapshot<Parts> => this.#snapshot

  /** Somebody has it on screen. */
  get watched(): boolean {
    return this.#listeners.size > 0
  }

  /** Everything written here is on the server, and nothing waits for the person. */
  get settled(): boolean {
    const { save, conflicts, held } = this.#snapshot
    return save.kind === 'saved' && conflicts.length === 0 && held.length === 0
  }

  /** Writing. */
  readonly change = (edit: Edit<Parts>): void => {
    const draft = edit(this.#snapshot.draft)
    if (draft !== this.#snapshot.draft) this.#write(draft)
  }

  /** A step that can be taken back: adding, moving, removing. `picked` is what the server did not tell yet. */
  readonly step = (edit: Edit<Parts>, picked?: Parts['picked']): void => {
    const from = this.#snapshot.draft
    const to = edit(from)
    if (to === from) return
    this.#steps.did({ from, to })
    this.#write(to, picked)
  }

  readonly undo = (): void => this.#travel(this.#steps.undo(this.#snapshot.draft))
  readonly redo = (): void => this.#travel(this.#steps.redo(this.#snapshot.draft))

  /** What an earlier page left on the device is put together with what the server says, and goes out. */
  readonly recover = ({ base, draft, picked, writtenAt }: LeftText<Parts>): void => {
    const from = this.#savedDraft
    // The page that wrote it may have sent it, and not have heard that it arrived.
    this.#sent.add(this.#kind.flatten(draft))
    const { merged: to, conflicts } = mergeFlat(this.#kind, { base, mine: draft, theirs: from })
    const places = changedPlaces(this.#kind.flatten(from), this.#kind.flatten(to))
    if (places.length === 0) return
    this.#put({ conflicts, recovered: { from, to, places, writtenAt } })
    this.#write(to, picked)
    this.#hurry()
  }

  /** The person has seen what was brought back. Without it, the draft says what the server said; that is a step, too. */
  readonly answerRecovered = (keep: boolean): void => {
    const { recovered } = this.#snapshot
    if (!recovered) return
    this.#put({ recovered: null, ...(!keep && { conflicts: [] }) })
    if (!keep) this.step((draft) => without(this.#kind, recovered, draft))
  }

  /** What the device says about keeping the copy. */
  readonly tell = (device: OnDevice): void => this.#put({ device })

  /** What is written is on the device, or on the server: it survives this page. */
  readonly secure = async (): Promise<boolean> => {
    await this.#device?.flush()
    return this.settled || this.#snapshot.device === 'kept'
  }

  /** The person chose what to keep where two people wrote on the same. */
  readonly choose = (conflict: MergeConflict, side: 'mine' | 'theirs'): void => {
    const { draft, conflicts } = this.#snapshot
    const { path, mine, theirs } = conflict
    this.#put({ conflicts: conflicts.filter((one) => one !== conflict) })
    // The own text may have been written on since; what the own side took out is still there.
    const value = side === 'mine' ? mine : theirs
    const stays = side === 'mine' && mine !== undefined
    this.#write(stays ? draft : withChoice(this.#kind, draft, { path, value, known: [this.#savedDraft] }))
  }

  /** News that came another way than by saving. */
  readonly hear = (told: Parts['told']): void => {
    const known = this.#snapshot.told
    if (this.#sending || told.revision < known.revision) return
    if (told.revision > known.revision) this.#meet(told)
    // What stands beside the draft changes without a new revision.
    else if (!sameJson(told, known)) this.#put({ told, ...this.#toldBeside(told) })
  }

  /** Sends now what waits; tries again at once what may pass by itself. What was refused waits for the person. */
  readonly flush = async (leaving = false): Promise<void> => {
    if (leaving) void this.#device?.flush()
    if (this.#snapshot.save.kind === 'refused') return
    this.#timing.stop()
    await (this.#sending ??= this.#send(leaving).finally(() => {
      this.#sending = null
      this.#goOn()
    }))
  }

  /** The person asks for what was refused. */
  readonly retry = async (): Promise<void> => {
    if (this.#snapshot.save.kind === 'refused') this.#put({ save: { kind: 'waiting' } })
    await this.flush()
  }

  /** What is written here has gone elsewhere, or is not wanted any more. */
  readonly giveUp = (): void => {
    this.#timing.stop()
    this.#changed = false
    const save = { kind: 'saved', at: this.#savedAt } as const
    this.#put({ draft: this.#savedDraft, conflicts: [], held: [], save })
  }

  /** What the server tells once everything is there, or this throws what is in the way. */
  readonly settle = async (): Promise<Parts['told']> => {
    for (let round = 0; round < 5 && !this.settled; round += 1) await this.retry()
    const { save, told } = this.#snapshot
    if (save.kind === 'refused' || save.kind === 'retrying') throw save.problem
    // What waits for the person would go out as it was before.
    if (!this.settled) throw new ApiProblem(400, 'validation_failed')
    return told
  }

  #travel(draft: Parts['draft'] | null): void {
    if (draft !== null) this.#write(draft)
  }

  #write(draft: Parts['draft'], picked?: Parts['picked']): void {
    this.#changed = true
    this.#timing.changed()
    const { save, beside } = this.#snapshot
    const stands =
      save.kind === 'retrying' || (save.kind === 'refused' && save.problem.code !== 'validation_failed')
    this.#put({
      draft,
      ...(picked !== undefined && { beside: this.#kind.beside.with(beside, picked) }),
      ...(stands ? {} : { save: this.#sending ? save : { kind: 'waiting' } }),
    })
    if (!stands) this.#plan()
  }

  #plan(): void {
    if (!this.#sending) this.#timing.plan()
  }

  #toldBeside(told: Parts['told']): Pick<DraftSnapshot<Parts>, 'beside'> {
    const { beside } = this.#kind
    return { beside: beside.with(this.#snapshot.beside, beside.told(told)) }
  }

  async #send(leaving: boolean): Promise<void> {
    const { draft: mine, told, conflicts } = this.#snapshot
    const saved = this.#savedDraft
    this.#changed = false
    this.#timing.began()
    const { draft, held } = outgoingDraft(this.#kind, { mine, saved, conflicts, refused: this.#refused })
    if (draft === null) {
      this.#put({ held, save: { kind: 'refused', problem: new ApiProblem(400, 'validation_failed') } })
      return
    }
    if (sameJson(draft, saved)) {
      this.#put({ held, save: { kind: 'saved', at: this.#savedAt } })
      return
    }
    this.#put({ held, save: { kind: 'saving' } })
    const flat = this.#kind.flatten(draft)
    this.#sent.add(flat)
    try {
      this.#accept(await this.#save(draft, told.revision, leaving))
    } catch (error) {
      this.#fail(asProblem(error), flat)
    }
  }

  #accept(told: Parts['told']): void {
    this.#timing.succeeded()
    this.#sent.forget()
    this.#savedDraft = this.#kind.draftOf(told) ?? this.#savedDraft
    this.#savedAt = Date.now()
    this.#put({ told, ...this.#toldBeside(told), save: { kind: 'saved', at: this.#savedAt } })
  }

  #fail(problem: ApiProblem, sent: Parts['flat']): void {
    const current = this.#kind.currentOf(problem, this.#snapshot.told)
    if (current) {
      this.#put({ save: { kind: 'waiting' } })
      this.#meet(current)
      return
    }
    this.#changed = true
    const { refusedPlaces, flatten } = this.#kind
    const isHeld = this.#refused.heed(refusedPlaces(problem), sent, flatten(this.#savedDraft))
    if (isHeld) return this.#timing.longAgo()
    const passes = PASSING.has(problem.code)
    this.#put({ save: { kind: passes ? 'retrying' : 'refused', problem } })
    if (passes) this.#timing.planRetry((problem.retryAfterSeconds ?? 0) * 1_000)
  }

  /** Somebody else saved meanwhile: what both wrote is put together, and goes out again. */
  #meet(told: Parts['told']): void {
    const theirs = this.#kind.draftOf(told)
    if (theirs === null) return this.#put({ told })
    const { draft: mine, conflicts: open } = this.#snapshot
    const sides = { base: this.#savedDraft, mine, theirs }
    const { merged, conflicts } = mergeMeeting(this.#kind, { ...sides, open, sent: this.#sent })
    this.#sent.forget()
    this.#savedDraft = theirs
    this.#put({ told, conflicts, ...this.#toldBeside(told) })
    this.#write(merged)
    this.#hurry()
  }

  #hurry(): void {
    this.#timing.longAgo()
    this.#plan()
  }

  /** After an answer: what was written meanwhile goes out next. */
  #goOn(): void {
    if (!this.#changed || this.#timing.isPlanned) return
    const { kind } = this.#snapshot.save
    if (kind === 'refused') return
    this.#put({ save: { kind: 'waiting' } })
    this.#timing.changed()
    this.#plan()
  }

  #put(change: Partial<DraftSnapshot<Parts>>): void {
    this.#snapshot = {
      ...this.#snapshot,
      ...change,
      mayUndo: this.#steps.mayUndo,
      mayRedo: this.#steps.mayRedo,
    }
    this.#keep()
    for (const listener of this.#listeners) listener()
  }

  #keep(): void {
    if (this.settled && !this.#changed) this.#device?.acknowledged()
    else this.#device?.keep(this.#snapshot, this.#savedDraft)
  }
}
