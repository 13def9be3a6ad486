import { Unauthenticated } from '@assay/access'
import { type CurrentSession, permissionsOf, type Permission } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { SessionsQueries } from './sessions.queries.ts'

/** Who is signed in, where, and what they may do: the first thing a dashboard asks. */
@Injectable()
export class CurrentSessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: SessionsQueries,
  ) {}

  async describe(who: {
    organizationId: string
    userId: string
    sessionId: string | null
    scopes?: readonly Permission[] | null
  }): Promise<CurrentSession> {
    const tenant = { organizationId: who.organizationId, userId: who.userId }
    const facts = await this.work.readOnceAs(tenant, () => this.queries.current(who.userId))
    if (!facts) throw new Unauthenticated()
    const byRole = permissionsOf(facts.role)
    return {
      sessionId: who.sessionId,
      user: { id: facts.userId, name: facts.name, email: facts.email, role: facts.role },
      organization: { id: facts.organizationId, name: facts.organizationName, demo: facts.demo },
      permissions: who.scopes ? byRole.filter((name) => who.scopes?.includes(name)) : byRole,
    }
  }
}
