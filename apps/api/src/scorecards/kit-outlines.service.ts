import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { type KitOutline, outlineOf } from './kit-outline.rules.ts'
import { ScorecardsQueries } from './scorecards.queries.ts'

/** Enough for the kits that are in use at a time. */
const MOST = 200

/** What scorecards may name of a version. A published version never changes, so it is read once. */
@Injectable()
export class KitOutlinesService {
  private readonly known = new Map<string, KitOutline>()

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardsQueries,
  ) {}

  /** Inside the caller's unit of work. */
  async of(versionId: string): Promise<KitOutline> {
    const key = `${this.work.tenant.organizationId}/${versionId}`
    const held = this.known.get(key)
    if (held) return held
    const content = await this.queries.kitOf(versionId)
    if (content === null) throw new Error(`The version ${versionId} of an interview has no words.`)
    const outline = outlineOf(content)
    const [oldest] = this.known.keys()
    if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest)
    this.known.set(key, outline)
    return outline
  }
}
