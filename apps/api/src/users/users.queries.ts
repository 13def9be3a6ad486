import { CAPPED_TOTAL, type ListQuery, type Page, type User } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'

/** A row as SQL gives it: times are Dates until the answer's schema writes them. */
export type UserRow = Omit<User, 'createdAt' | 'lastSignedInAt' | 'invitationExpiresAt'> & {
  createdAt: Date
  lastSignedInAt: Date | null
  invitationExpiresAt: Date | null
}

export type UserFilter = Partial<{ role: User['role']; status: User['status']; q: string; ids: string[] }>

const COLUMNS: Record<string, string> = {
  name: 'u.name',
  email: 'u.email',
  role: 'u.role',
  status: 'u.status',
  createdAt: 'u.created_at',
  lastSignedInAt: 'u.last_signed_in_at',
}

const SELECT = `
  SELECT u.id, u.name, u.email, u.role, u.status, u.created_at AS "createdAt",
         u.last_signed_in_at AS "lastSignedInAt", u.revision,
         (SELECT max(l.expires_at) FROM one_time_links l
           WHERE l.organization_id = u.organization_id AND l.user_id = u.id AND l.purpose = 'invitation'
             AND l.used_at IS NULL AND u.status = 'invited') AS "invitationExpiresAt"
    FROM users u`

@Injectable()
export class UsersQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The query's names were checked against the allow-list of its schema; COLUMNS maps them to SQL. */
  async page(query: ListQuery<string, UserFilter>): Promise<Page<UserRow>> {
    const [field, direction] = query.sort
    const [first, last] = query.range
    const { where, values } = this.conditions(query.filter)
    const order = `${COLUMNS[field]} ${direction === 'ASC' ? 'ASC' : 'DESC'} NULLS LAST, u.id`
    const rows = await this.work.query<UserRow>(
      `${SELECT} WHERE ${where} ORDER BY ${order} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM users u WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  async one(id: string): Promise<UserRow> {
    const [row] = await this.work.query<UserRow>(`${SELECT} WHERE u.organization_id = $1 AND u.id = $2`, [
      this.work.tenant.organizationId,
      id,
    ])
    if (!row) throw new NotFound()
    return row
  }

  async otherActiveAdmins(id: string): Promise<number> {
    // Locked in order of id, so that two admins who demote each other at the same moment take turns.
    const rows = await this.work.query(
      `SELECT id FROM users WHERE organization_id = $1 AND role = 'admin' AND status = 'active' ORDER BY id FOR UPDATE`,
      [this.work.tenant.organizationId],
    )
    return (rows as { id: string }[]).filter((row) => row.id !== id).length
  }

  private conditions(filter: UserFilter): { where: string; values: unknown[] } {
    const values: unknown[] = [this.work.tenant.organizationId]
    const parts = ['u.organization_id = $1']
    const add = (condition: (place: string) => string, value: unknown): void => {
      values.push(value)
      parts.push(condition(`$${values.length}`))
    }
    if (filter.role) add((place) => `u.role = ${place}`, filter.role)
    if (filter.status) add((place) => `u.status = ${place}`, filter.status)
    if (filter.ids) add((place) => `u.id = ANY(${place})`, filter.ids)
    if (filter.q) {
      add((place) => `(u.name ILIKE ${place} OR u.email ILIKE ${place})`, `%${escapeLike(filter.q)}%`)
    }
    return { where: parts.join(' AND '), values }
  }
}

/** The typed text is searched for as it is: % and _ are letters here. */
const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
