import type { Tenant } from './transaction.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * BEGIN and the tenant in one message. A message of several statements takes no parameters, so only checked UUIDs
 * are ever put in. The settings end with the transaction: a pooled connection carries nothing over.
 */
export const beginStatement = (tenant: Tenant, kind: 'write' | 'read'): string => {
  const { organizationId, userId } = tenant
  return (
    `BEGIN${kind === 'write' ? '' : ' READ ONLY'}; ` +
    `SELECT set_config('assay.organization_id', '${organizationId}', true), ` +
    `set_config('assay.user_id', '${userId ?? ''}', true)`
  )
}

export const checkIds = ({ organizationId, userId }: Tenant): void => {
  if (!UUID.test(organizationId) || (userId !== null && !UUID.test(userId))) {
    throw new Error('A tenant is set by ids only.')
  }
}
