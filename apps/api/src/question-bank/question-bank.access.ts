import type { Permission } from '@assay/contracts'

/** Held by admins, recruiters and hiring managers: whoever prepares interviews. */
export const READ_BANK = 'question-bank.read' satisfies Permission
/** Held by admins. */
export const MANAGE_BANK = 'question-bank.manage' satisfies Permission
