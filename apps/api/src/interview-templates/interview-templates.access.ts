import type { Permission } from '@assay/contracts'

/** Held by admins, recruiters and hiring managers: whoever prepares interviews. */
export const READ_TEMPLATES = 'interview-templates.read' satisfies Permission
export const PROPOSE_TEMPLATES = 'interview-templates.propose' satisfies Permission
/** Held by admins. */
export const MANAGE_TEMPLATES = 'interview-templates.manage' satisfies Permission
