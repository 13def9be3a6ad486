import {
  bankEntries,
  type InterviewTemplateVersion,
  sameJson,
  type VersionBank,
  type VersionDraft,
} from '@assay/contracts'
import { ApiProblem, asProblem } from '../../api/problem.ts'
import { changedPlaces } from '../../drafts/changed-places.ts'
import type { OnDevice } from '../../drafts/device-copy.ts'
import { type MergeConflict } from '../../drafts/merge-drafts.ts'
import { DeviceKeeping, type KeepsOnDevice } from './device-keeping.ts'
import type { LeftText } from './device-text.ts'
import { asDraft, type DraftSnapshot, type SaveDraft } from './draft-snapshot.ts'
import { withBank } from './bank-of-draft.ts'
import type { Edit } from './draft-edits.ts'
import { mergeVersionDrafts, withChoice } from './merge-version-drafts.ts'
import { flatten } from './flat-draft.ts'
import { outgoingDraft } from './outgoing-draft.ts'
import { SaveTiming } from './save-timing.ts'
import { StepHistory, without } from './step-history.ts'

/** Passes by itself: the same is sent again. Anything else needs a person. */
const PASSING = new Set(['network', 'unavailable', 'busy', 'rate_limited', 'internal'])

/**
 * Keeps a draft on its way to the server. Whatever happens to a request, what is written stays here until the server
 * has it; one request is on its way at a time, and what two people wrote is put together.
 */
export class DraftEngine {
  #snapshot: DraftSnapshot
  #savedDraft: VersionDraft
  #savedAt: number | null = null
  #changed = false
  #sending: Promise<void> | null = null
  readonly #timing = new SaveTiming(() => void this.flush())
  readonly #steps = new StepHistory()
  readonly #listeners = new Set<() => void>()
  readonly #save: SaveDraft
  readonly #device: DeviceKeeping | null

  /** Without a device, what is written is in this page only, and the page says so. */
  constructor(version: InterviewTemplateVersion, save: SaveDraft, device: KeepsOnDevice | null = null) {
    const { draft, bank } = asDraft(version)
    this.#save = save
    this.#device = device && new DeviceKeeping(device)
    this.#savedDraft = draft
    this.#snapshot = {
      version,
      draft,
      bank: bankEntries(bank),
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

  readonly snapshot = (): DraftSnapshot => this.#snapshot

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
  readonly change = (edit: Edit): void => {
    const draft = edit(this.#snapshot.draft)
    if (draft !== this.#snapshot.draft) this.#write(draft)
  }

  /** A step that can be taken back: adding, moving, removing. `picked` are entries that the draft did not name yet. */
  readonly step = (edit: Edit, picked: Partial<VersionBank> = {}): void => {
    const from = this.#snapshot.draft
    const to = edit(from)
    if (to === from) return
    this.#steps.did({ from, to })
    this.#write(to, withBank(this.#snapshot.bank, picked))
  }

  readonly undo = (): void => this.#travel(this.#steps.undo(this.#snapshot.draft))
  readonly redo = (): void => this.#travel(this.#steps.redo(this.#snapshot.draft))

  /** What an earlier page left on the device is put together with what the server says, and goes out. */
  readonly recover = ({ base, draft, picked, writtenAt }: LeftText): void => {
    const from = this.#savedDraft
    const { merged: to, conflicts } = mergeVersionDrafts({ base, mine: draft, theirs: from })
    const places = changedPlaces(flatten(from), flatten(to))
    if (places.length === 0) return
    this.#put({ conflicts, recovered: { from, to, places, writtenAt } })
    this.#write(to, withBank(this.#snapshot.bank, picked))
    this.#hurry()
  }

  /** The person has seen what was brought back. Without it, the draft says what the server said; that is a step, too. */
  readonly answerRecovered = (keep: boolean): void => {
    const { recovered } = this.#snapshot
    if (!recovered) return
    this.#put({ recovered: null, ...(!keep && { conflicts: [] }) })
    if (!keep) this.step((draft) => without(recovered, draft))
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
    const keeps = side === 'mine' && mine !== undefined
    this.#write(keeps ? draft : withChoice(draft, path, side === 'mine' ? mine : theirs, [this.#savedDraft]))
  }

  /** News that came another way than by saving. */
  readonly hear = (version: InterviewTemplateVersion): void => {
    const known = this.#snapshot.version
    if (this.#sending || version.revision < known.revision) return
    if (version.revision > known.revision) this.#meet(version)
    // The bank's words change without a new revision of what names them.
    else if (!sameJson(version, known))
      this.#put({ version, bank: withBank(this.#snapshot.bank, version.bank ?? {}) })
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
    this.#put({
      draft: this.#savedDraft,
      conflicts: [],
      held: [],
      save: { kind: 'saved', at: this.#savedAt },
    })
  }

  /** The version once everything is on the server, or this throws what is in the way. */
  readonly settle = async (): Promise<InterviewTemplateVersion> => {
    for (let round = 0; round < 5 && !this.settled; round += 1) await this.retry()
    const { save, version } = this.#snapshot
    if (save.kind === 'refused' || save.kind === 'retrying') throw save.problem
    // What waits for the person would go out as it was before.
    if (!this.settled) throw new ApiProblem(400, 'validation_failed')
    return version
  }

  #travel(draft: VersionDraft | null): void {
    if (draft) this.#write(draft)
  }

  #write(draft: VersionDraft, bank = this.#snapshot.bank): void {
    this.#changed = true
    this.#timing.changed()
    const { save } = this.#snapshot
    const stands =
      save.kind === 'retrying' || (save.kind === 'refused' && save.problem.code !== 'validation_failed')
    this.#put({ draft, bank, ...(stands ? {} : { save: this.#sending ? save : { kind: 'waiting' } }) })
    if (!stands) this.#plan()
  }

  #plan(): void {
    if (!this.#sending) this.#timing.plan()
  }

  async #send(leaving: boolean): Promise<void> {
    const { draft, version, conflicts } = this.#snapshot
    this.#changed = false
    this.#timing.began()
    const outgoing = outgoingDraft(draft, this.#savedDraft, conflicts)
    if (outgoing.draft === null) {
      this.#put({ held: [], save: { kind: 'refused', problem: new ApiProblem(400, 'validation_failed') } })
      return
    }
    if (sameJson(outgoing.draft, this.#savedDraft)) {
      this.#put({ held: outgoing.held, save: { kind: 'saved', at: this.#savedAt } })
      return
    }
    this.#put({ held: outgoing.held, save: { kind: 'saving' } })
    try {
      this.#accept(await this.#save(outgoing.draft, version.revision, leaving))
    } catch (error) {
      this.#fail(asProblem(error))
    }
  }

  #accept(version: InterviewTemplateVersion): void {
    const { draft, bank } = asDraft(version)
    this.#timing.succeeded()
    this.#savedDraft = draft
    this.#savedAt = Date.now()
    this.#put({
      version,
      bank: withBank(this.#snapshot.bank, bank),
      save: { kind: 'saved', at: this.#savedAt },
    })
  }

  #fail(problem: ApiProblem): void {
    const current = problem.body.current as InterviewTemplateVersion | undefined
    if (problem.code === 'revision_conflict' && current?.draft) {
      this.#put({ save: { kind: 'waiting' } })
      this.#meet(current)
      return
    }
    this.#changed = true
    const passes = PASSING.has(problem.code)
    this.#put({ save: { kind: passes ? 'retrying' : 'refused', problem } })
    if (passes) this.#timing.planRetry((problem.retryAfterSeconds ?? 0) * 1_000)
  }

  /** Somebody else saved meanwhile: what both wrote is put together, and goes out again. */
  #meet(version: InterviewTemplateVersion): void {
    if (version.draft === null) {
      this.#put({ version })
      return
    }
    const theirs = version.draft
    const base = this.#savedDraft
    const { merged, conflicts } = mergeVersionDrafts({ base, mine: this.#snapshot.draft, theirs })
    const asked = new Set(conflicts.map(({ path }) => path.join('/')))
    const open = this.#snapshot.conflicts.filter(({ path }) => !asked.has(path.join('/')))
    this.#savedDraft = theirs
    this.#put({
      version,
      conflicts: [...open, ...conflicts],
      bank: withBank(this.#snapshot.bank, version.bank ?? {}),
    })
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

  #put(change: Partial<DraftSnapshot>): void {
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
