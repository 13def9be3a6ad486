import { Query } from 'pg'
import type { Tenant } from './transaction.ts'

/** What of pg's connection is used here; its types leave it out. */
export interface WireConnection {
  parsedStatements: Record<string, string | undefined>
  submittedNamedStatements: Record<string, string | undefined>
  parse: (statement: { text: string; name?: string }) => void
  bind: (portal: { portal: string; statement: string; values: unknown[] }) => void
  execute: (portal: { portal: string }) => void
}

interface WireQuery {
  prepare(connection: WireConnection): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: WireConnection): void
}

const ExtendedQuery = Query as unknown as new (text: string, values: unknown[]) => WireQuery

export const TENANT_STATEMENT = {
  name: 'tenant',
  text: `SELECT set_config('transaction_read_only', $3, true), set_config('assay.organization_id', $1, true), set_config('assay.user_id', $2, true)`,
}

/** What a single statement may do. */
export type Access = 'read' | 'write'

export const tenantValues = ({ organizationId, userId }: Tenant, access: Access): string[] => [
  organizationId,
  userId ?? '',
  access === 'read' ? 'on' : 'off',
]

/**
 * One statement with its tenant. The settings and the statement are sent before one Sync, which makes them one
 * transaction without BEGIN and COMMIT: the server works, and answers, once instead of three times. What is set ends
 * with that transaction, as ever.
 */
export class TenantQuery extends ExtendedQuery {
  query_timeout = 0
  /** So that also a statement without values takes the extended protocol. */
  queryMode = 'extended'
  name: string | undefined
  callback: (error: Error | null, result: { rows: unknown[] }) => void = () => undefined
  private readonly settings: readonly string[]
  private settingsAreDone = false

  // Not as an object, which pg would copy property by property.
  constructor(text: string, values: unknown[], settings: readonly string[]) {
    super(text, values)
    this.settings = settings
  }

  override prepare(connection: WireConnection): void {
    const isPrepared = isKnown(connection, TENANT_STATEMENT.name)
    if (!isPrepared) connection.parse({ text: TENANT_STATEMENT.text })
    connection.bind({
      portal: '',
      statement: isPrepared ? TENANT_STATEMENT.name : '',
      values: [...this.settings],
    })
    connection.execute({ portal: '' })
    super.prepare(connection)
  }

  /** The first row and the first end are those of the settings; nobody asked for them. */
  override handleDataRow(message: unknown): void {
    if (this.settingsAreDone) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.settingsAreDone) super.handleCommandComplete(message, connection)
    this.settingsAreDone = true
  }
}

/** Prepared on this connection, or on its way to be. */
export const isKnown = (
  { parsedStatements, submittedNamedStatements }: WireConnection,
  name: string,
): boolean => parsedStatements[name] !== undefined || submittedNamedStatements[name] !== undefined
