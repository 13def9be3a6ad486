import { Client } from 'pg'
import { remainingMs } from './context.ts'
import { isKnown, TENANT_STATEMENT, TenantQuery, type WireConnection } from './tenant-query.ts'

const MAX_NAMES = 500
const MAX_STATEMENT_MS = 5_000
const names = new Map<string, string>()

/** A statement without a name is parsed and planned anew each time; a bounded map keeps the server's memory bounded. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known) return known
  if (names.size >= MAX_NAMES) return undefined
  const name = `a${names.size}`
  names.set(text, name)
  return name
}

/** Search statements must be planned for their words: after five runs a named one would go generic. */
const UNNAMED = /^\s*\/\* unnamed \*\//

interface Statement {
  text: string
  values?: unknown[]
  name?: string
  query_timeout?: number
}

/**
 * pg's client, with two things TypeORM does not do: each parameterised statement gets a name (the server keeps its
 * plan), and each statement ends with the request it serves, so that a frozen database never holds an answer back.
 * With `pipeline` on, a statement that runs out of time takes its connection with it; the pool makes a new one.
 */
export class NamingClient extends Client {
  static named = true

  constructor(settings: ConstructorParameters<typeof Client>[0]) {
    super(settings)
    // A connection that is lost says so through its statements and to the pool; an event without a listener would
    // end the process.
    this.on('error', () => undefined)
  }

  // pg declares a dozen overloads; the pool and TypeORM call these three forms.
  override query(first: unknown, values?: unknown, callback?: unknown): never {
    if (typeof first !== 'string' && !isStatement(first)) {
      return super.query(first as never, values as never, callback as never) as never
    }
    const statement: Statement = typeof first === 'string' ? { text: first } : { ...first }
    if (Array.isArray(values)) statement.values = values
    if (statement.values && !statement.name) Object.assign(statement, named(statement.text))
    statement.query_timeout = Math.min(MAX_STATEMENT_MS, remainingMs())
    const done = typeof values === 'function' ? values : callback
    return super.query(statement as never, done as never) as never
  }

  /**
   * One statement as a transaction of its own, with the tenant set for it.
   * @param settings as `tenantValues` gives them
   */
  queryAs<Row>(settings: readonly string[], text: string, values: unknown[]): Promise<Row[]> {
    const { connection } = this as unknown as { connection: WireConnection }
    if (NamingClient.named && !isKnown(connection, TENANT_STATEMENT.name)) this.prepareTenant(settings)
    const query = new TenantQuery(text, values, settings)
    query.name = named(text).name
    query.query_timeout = Math.min(MAX_STATEMENT_MS, remainingMs())
    return new Promise((resolve, reject) => {
      query.callback = (error, result) => (error ? reject(error) : resolve(result.rows as Row[]))
      super.query(query as never)
    })
  }

  /** Once for each connection. What it sets ends with it; if it fails, so does the statement behind it. */
  private prepareTenant(settings: readonly string[]): void {
    super.query({ ...TENANT_STATEMENT, values: [...settings] }).catch(() => undefined)
  }
}

const named = (text: string): { name?: string } => {
  const name = NamingClient.named && !UNNAMED.test(text) ? nameOf(text) : undefined
  return name === undefined ? {} : { name }
}

function isStatement(value: unknown): value is Statement {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Statement).text === 'string' &&
    !('submit' in value)
  )
}
