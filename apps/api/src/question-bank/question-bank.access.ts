import type { Permission } from '@assay/contracts'

/** Held by admins, recruiters and hiring managers: whoever prepares interviews. */
export const READ_BANK = 'users.read' satisfies Permission
/** Held by admins. */
export const MANAGE_BANK = 'organization.update' satisfies Permission
