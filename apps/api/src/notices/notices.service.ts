import {
  CAPPED_TOTAL,
  type ListQuery,
  type Notice as Answer,
  type NoticeKind,
  type Page,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { OF_COLLEAGUES } from './colleague-notices.sql.ts'
import { Notice } from './notice.entity.ts'

export type NoticeRow = Omit<Answer, 'startsAt' | 'madeAt' | 'readAt'> & {
  startsAt: Date
  madeAt: Date
  readAt: Date | null
}

/** Nobody looks for a notice of half a year ago; the interview itself stays. */
const KEPT = `interval '180 days'`

/** What people are told in the product. Each reads their own, and nobody else's. */
@Injectable()
export class NoticesService {
  constructor(private readonly work: UnitOfWork) {}

  list({ sort, range, filter }: ListQuery<string, { unread?: boolean }>): Promise<Page<NoticeRow>> {
    const [first, last] = range
    const way = sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const where = `n.organization_id = $1 AND n.user_id = $2 AND ($3::boolean IS NULL OR (n.read_at IS NULL) = $3)`
    return this.work.read(async () => {
      const values = [this.work.tenant.organizationId, this.work.tenant.userId, filter.unread ?? null]
      const rows = await this.work.query<NoticeRow>(
        `WITH page AS MATERIALIZED (SELECT n.* FROM notices n WHERE ${where}
           ORDER BY n.made_at ${way}, n.id ${way} LIMIT ${last - first + 1} OFFSET ${first}), ${ABOUT}, ${OF_COLLEAGUES}
         SELECT n.id, n.kind, n.interview_id AS "interviewId", n.starts_at AS "startsAt",
                n.time_zone AS "timeZone", n.made_at AS "madeAt", n.read_at AS "readAt", coalesce(k.about, b.about) AS about,
                k.person, k.snooze,
                CASE WHEN n.kind LIKE 'decision_%' THEN k.application_id END AS "applicationId"
           FROM page n LEFT JOIN about b ON b.interview_id = n.interview_id LEFT JOIN colleagues k ON k.id = n.id
          ORDER BY n.made_at ${way}, n.id ${way}`,
        values,
      )
      const [count] = await this.work.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM (SELECT FROM notices n WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
        values,
      )
      return { rows, total: count?.total ?? 0 }
    })
  }

  read(ids: readonly string[] | undefined): Promise<void> {
    return this.work.run(async () => {
      await this.work.query(
        `UPDATE notices SET read_at = now() WHERE organization_id = $1 AND user_id = $2 AND read_at IS NULL
            AND ($3::uuid[] IS NULL OR id = ANY($3))`,
        [this.work.tenant.organizationId, this.work.tenant.userId, ids ?? null],
      )
    })
  }

  /** Joins the caller's unit of work. An unread notice that is overtaken by the next goes, and its mail with it. */
  async withdraw(userId: string, interviewId: string, kind: NoticeKind): Promise<void> {
    await this.work.query(
      `DELETE FROM notices
        WHERE organization_id = $1 AND user_id = $2 AND interview_id = $3 AND kind = $4 AND read_at IS NULL`,
      [this.work.tenant.organizationId, userId, interviewId, kind],
    )
  }

  /** Joins the caller's unit of work. What nobody has to look at any more goes for all who did not read it yet. */
  async settle(interviewId: string, kind: NoticeKind, aboutUserId: string): Promise<void> {
    await this.work.query(
      `DELETE FROM notices
        WHERE organization_id = $1 AND interview_id = $2 AND kind = $3 AND about_user_id = $4 AND read_at IS NULL`,
      [this.work.tenant.organizationId, interviewId, kind, aboutUserId],
    )
  }

  /** The same for an application. Whoever owes a scorecard on it keeps theirs: that it went would tell them why. */
  async settleOf(applicationId: string, kind: NoticeKind): Promise<void> {
    await this.work.query(
      `DELETE FROM notices n USING interviews i
        WHERE n.organization_id = $1 AND n.kind = $3 AND n.read_at IS NULL AND i.organization_id = n.organization_id
          AND i.id = n.interview_id AND i.application_id = $2
          AND NOT EXISTS (SELECT FROM panelists w WHERE w.organization_id = i.organization_id
            AND w.application_id = i.application_id AND w.user_id = n.user_id AND w.owes)`,
      [this.work.tenant.organizationId, applicationId, kind],
    )
  }

  /** Joins the caller's unit of work. Nobody is told what they did themselves. Gives the ids of the notices. */
  async tell(
    people: readonly { userId: string; kind: NoticeKind; aboutUserId?: string }[],
    interview: { id: string; startsAt: Date; timeZone: string },
  ): Promise<string[]> {
    const { organizationId, userId: own } = this.work.tenant
    const told = people.filter(({ userId }) => userId !== own)
    if (told.length === 0) return []
    await this.work.query(
      `DELETE FROM notices WHERE organization_id = $1 AND user_id = ANY($2::uuid[]) AND made_at < now() - ${KEPT}`,
      [organizationId, told.map(({ userId }) => userId)],
    )
    const { id: interviewId, startsAt, timeZone } = interview
    const rows = told.map((one) => ({
      ...one,
      organizationId,
      id: newId(),
      interviewId,
      startsAt,
      timeZone,
    }))
    await this.work.repository(Notice).insert(rows)
    return rows.map(({ id }) => id)
  }
}

/**
 * Whom the interviews of a page are with, for those still on their panels. The view works out for each who asks what they
 * may see: it is asked once for all of the page, since somebody may owe on hundreds of applications.
 */
const ABOUT = `
  mine AS MATERIALIZED (SELECT i.organization_id, i.id, i.application_id, i.version_id FROM interviews i
    JOIN panelists p ON p.organization_id = i.organization_id AND p.interview_id = i.id AND p.user_id = $2
     AND p.removed_at IS NULL
   WHERE i.organization_id = $1 AND i.id IN (SELECT interview_id FROM page)),
  seen AS MATERIALIZED (SELECT a.id, a.candidate_id FROM seen_applications a
   WHERE a.organization_id = $1 AND a.id = ANY (ARRAY(SELECT application_id FROM mine))),
  about AS (SELECT i.id AS interview_id, json_build_object('candidate', c.name, 'template', t.name) AS about
    FROM mine i
    JOIN seen a ON a.id = i.application_id
    JOIN candidate_search f ON f.organization_id = i.organization_id AND f.candidate_id = a.candidate_id
    JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
    JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
    JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id)`
