import { mayUse, type Principal } from '@assay/access'
import type { Sight } from './applications.queries.ts'

export const READ_APPLICATIONS = 'applications.read'
export const MANAGE_APPLICATIONS = 'applications.manage'
export const MOVE_APPLICATIONS = 'applications.move'

/** Recruiters and admins see the applications of all jobs, hiring managers those of theirs. */
export const sightOf = (asking: Principal): Sight =>
  mayUse(asking, MANAGE_APPLICATIONS).allowed ? { all: true } : { all: false, userId: asking.userId }
