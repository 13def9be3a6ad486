import type { UpdateOrganization } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound, RevisionConflict } from '../http/http.errors.ts'
import { BuiltInEditionService } from './built-in-edition.service.ts'
import { Organization } from './organization.entity.ts'
import { OrganizationsQueries } from './organizations.queries.ts'

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: OrganizationsQueries,
    private readonly builtIn: BuiltInEditionService,
  ) {}

  /** Makes a tenant with the built-in content; the caller adds its first admin in the same unit of work. */
  async create<T>(
    facts: { name: string; demo?: boolean },
    furnish: (organizationId: string) => Promise<T>,
  ): Promise<T> {
    const id = newId()
    return this.work.runAs({ organizationId: id, userId: null }, async () => {
      await this.work.repository(Organization).insert({ id, name: facts.name, demo: facts.demo ?? false })
      this.audit.record({ action: 'organization.created', subjectType: 'organization', subjectId: id })
      await this.builtIn.furnish()
      return furnish(id)
    })
  }

  get(): Promise<Organization> {
    return this.work.readOnce(() => this.load())
  }

  async update(change: UpdateOrganization, seen: number): Promise<Organization> {
    return this.work.run(async () => {
      const before = await this.load()
      const changed = Object.fromEntries(
        Object.entries(change).filter(([field, value]) => before[field as keyof Organization] !== value),
      )
      if (Object.keys(changed).length === 0 && before.revision === seen) return before
      const { affected } = await this.work
        .repository(Organization)
        .update({ id: before.id, revision: seen }, { ...changed, revision: seen + 1 })
      if (!affected) throw new RevisionConflict(before)
      this.audit.record({
        action: 'organization.updated',
        subjectType: 'organization',
        subjectId: before.id,
        details: { changed },
      })
      return this.load()
    })
  }

  private async load(): Promise<Organization> {
    const found = await this.queries.own()
    if (!found) throw new NotFound()
    return found
  }
}
