import { Client } from 'pg'
import { remainingMs } from './context.ts'

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

  // pg declares a dozen overloads; the pool and TypeORM call these three forms.
  override query(first: unknown, values?: unknown, callback?: unknown): never {
    if (typeof first !== 'string' && !isStatement(first)) {
      return super.query(first as never, values as never, callback as never) as never
    }
    const statement: Statement = typeof first === 'string' ? { text: first } : { ...first }
    if (Array.isArray(values)) statement.values = values
    if (NamingClient.named && statement.values && !UNNAMED.test(statement.text)) {
      const name = nameOf(statement.text)
      if (name) statement.name = name
    }
    statement.query_timeout = Math.min(MAX_STATEMENT_MS, remainingMs())
    const done = typeof values === 'function' ? values : callback
    return super.query(statement as never, done as never) as never
  }
}

function isStatement(value: unknown): value is Statement {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Statement).text === 'string' &&
    !('submit' in value)
  )
}
