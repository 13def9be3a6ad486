import type { VersionContent } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { type KitOutline, outlineOf } from './kit-outline.rules.ts'
import { ScorecardsQueries } from './scorecards.queries.ts'

/** Enough for the kits that are in use at a time. */
const MOST = 60

interface Held {
  content: VersionContent
  outline: KitOutline
}

/** The kits of published versions, and what scorecards may name of them. Such a version never changes: it is read once. */
@Injectable()
export class KitOutlinesService {
  /** By organization and version; the one that was read first goes first. */
  private readonly kits = new Map<string, Held>()

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardsQueries,
  ) {}

  /** Inside the caller's unit of work. */
  async of(versionId: string): Promise<KitOutline> {
    return (await this.get(versionId, null)).outline
  }

  /** Inside the caller's unit of work; null where it would have to be read. */
  held(versionId: string): KitOutline | null {
    return this.kits.get(this.keyOf(versionId))?.outline ?? null
  }

  /** Inside the caller's unit of work: versions whose kit need not be read once more. */
  heldIds(): string[] {
    const prefix = this.keyOf('')
    return [...this.kits.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  }

  /**
   * Inside the caller's unit of work. Nobody may change what it gives: all get the same.
   * @param read what came along with another statement; null where it was left out
   */
  async contentOf(versionId: string, read: VersionContent | null): Promise<VersionContent> {
    return (await this.get(versionId, read)).content
  }

  private async get(versionId: string, read: VersionContent | null): Promise<Held> {
    const known = this.kits.get(this.keyOf(versionId))
    if (known) return known
    const content = read ?? (await this.queries.kitOf(versionId))
    if (content === null) throw new Error(`The version ${versionId} of an interview has no words.`)
    const kit = { content, outline: outlineOf(content) }
    const [oldest] = this.kits.keys()
    if (this.kits.size >= MOST && oldest !== undefined) this.kits.delete(oldest)
    this.kits.set(this.keyOf(versionId), kit)
    return kit
  }

  private keyOf(versionId: string): string {
    return `${this.work.tenant.organizationId}/${versionId}`
  }
}
