import { Readable } from 'node:stream'
import { Forbidden, TooManyRequests } from '@assay/access'
import { MAX_EXPORTED_ROWS, type Page } from '@assay/contracts'
import { currentContext, inContext, newContext, UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { PlacesPerPerson } from '../http/places-per-person.ts'
import { UsersService } from '../users/users.service.ts'
import { FIRST_PAGE, type Listed, listedRows, type Onwards } from './listed-rows.ts'
import { headerOf, lastLine, linesOf, type Sheet } from './sheet.ts'

interface AnyQuery extends Onwards {
  filter: object
}

export type QueryOf<Lists extends { list: (query: never, asking: never) => unknown }> = Parameters<
  Lists['list']
>[0]

/** What a list is asked for, without its pages. */
type Asked<Query> = Omit<Query, 'range' | 'cursor'>
export type AskedOf<Lists extends { list: (query: never, asking: never) => unknown }> = Asked<QueryOf<Lists>>

const CUT = `Only the first ${MAX_EXPORTED_ROWS.toLocaleString('en')} rows are in this file. Narrow the list to get the others.`

/** Of one person: a file is read as fast as its reader takes it, and holds its place so long. */
const AT_ONCE = 2

/** No page is read before somebody wants it. */
const ONE_PAGE = { highWaterMark: 1 }

/** Lists as files: page by page through the list's own use case, so that nobody gets more than the list shows them. */
@Injectable()
export class ExportsService {
  private readonly places = new PlacesPerPerson(
    AT_ONCE,
    () => new TooManyRequests(10, 'Two lists are being exported for you already. Wait until they are saved.'),
  )

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly users: UsersService,
  ) {}

  /** The first page is read before anything is answered: what the list refuses is told as it tells it. */
  async file<Row, Query extends AnyQuery>(
    sheet: Sheet<Row>,
    asked: Asked<Query>,
    list: (query: Query) => Promise<Page<Listed>>,
  ): Promise<FileAnswer> {
    const giveBack = this.places.take(currentContext()?.tenant?.userId ?? null)
    try {
      const bytes = await this.bytesOf(sheet, asked, list)
      // Also when the client goes away before the end, or before the first byte.
      bytes.once('close', giveBack)
      return { name: sheet.name, extension: 'csv', bytes }
    } catch (error) {
      giveBack()
      throw error
    }
  }

  private async bytesOf<Row, Query extends AnyQuery>(
    sheet: Sheet<Row>,
    asked: Asked<Query>,
    list: (query: Query) => Promise<Page<Listed>>,
  ): Promise<Readable> {
    // A cursor is the list's own: it came with the page before.
    const turn = (onwards: Onwards) => list({ ...asked, ...onwards } as unknown as Query)
    const { requestId, tenant } = currentContext() ?? newContext(null)
    const rightsNow = () => this.rightsOf(tenant?.userId ?? '')
    const rights = await rightsNow()
    const first = await turn(FIRST_PAGE)
    // The time for an answer is the time for a page: how long the client takes to read is not held against the next.
    const afresh = <T>(work: () => Promise<T>) => inContext({ ...newContext(requestId), tenant }, work)
    const next = async (onwards: Onwards) => {
      if ((await rightsNow()) !== rights) throw new Forbidden('Your rights have changed meanwhile.')
      return turn(onwards)
    }
    const pages = listedRows(first, (onwards) => afresh(() => next(onwards)), MAX_EXPORTED_ROWS)
    const { filter } = asked as unknown as AnyQuery
    const record = (rows: number) => afresh(() => this.record(sheet, rows, filter))
    return Readable.from(written(sheet, pages, record), ONE_PAGE)
  }

  /** A long file takes a while: whoever is disabled or gets another role meanwhile gets no further page. */
  private async rightsOf(userId: string): Promise<string> {
    const { role, status } = await this.users.get(userId)
    return `${role} ${status}`
  }

  /** By which fields the list was filtered, and never for what: that may be somebody's name. */
  private async record<Row>({ recorded }: Sheet<Row>, rows: number, filter: object): Promise<void> {
    if (!recorded) return
    const details = { rows, filteredBy: Object.keys(filter) }
    await this.work.run(async () => {
      this.audit.record({ ...recorded, subjectId: null, details })
      await Promise.resolve()
    })
  }
}

/** Goes on record with as many rows as have left, also when the client goes away before the end. */
async function* written<Row>(
  sheet: Sheet<Row>,
  pages: AsyncGenerator<Listed[], boolean>,
  record: (rows: number) => Promise<void>,
): AsyncGenerator<string, void> {
  let count = 0
  try {
    yield headerOf(sheet)
    for (let page = await pages.next(); ; page = await pages.next()) {
      if (page.done) {
        if (page.value) yield lastLine(sheet, CUT)
        return
      }
      count += page.value.length
      if (page.value.length > 0) yield linesOf(sheet, page.value)
    }
  } finally {
    await record(count)
  }
}
