import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Organization } from './organization.entity.ts'

@Injectable()
export class OrganizationsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The organization of the running transaction; every page asks for it. */
  async own(): Promise<Organization | null> {
    const [row] = await this.work.query<Organization>(
      `SELECT id, name, time_zone AS "timeZone", session_history_days AS "sessionHistoryDays",
              second_person_publishes AS "secondPersonPublishes", demo, created_at AS "createdAt", revision
         FROM organizations WHERE id = $1`,
      [this.work.tenant.organizationId],
    )
    return row ?? null
  }
}
