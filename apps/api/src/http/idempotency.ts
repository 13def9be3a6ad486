import { createHash } from 'node:crypto'
import { ALLOW, type Principal, SECRET_ANSWER, UPLOAD } from '@assay/access'
import { UnitOfWork } from '@assay/persistence'
import { type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { defer, lastValueFrom, type Observable } from 'rxjs'
import { z } from 'zod'
import { IdempotencyInFlight, IdempotencyMismatch, ValidationFailed } from './http.errors.ts'

interface StoredAnswer {
  request_hash: Buffer
  status: number
  body: string | null
  etag: string | null
}

const idempotencyKey = z.uuid()

/**
 * A POST that carries an Idempotency-Key happens once: its answer is stored in the transaction of its own work and
 * replayed for 24 hours. Access was checked before (guards run first), also for a replay. Answers that hold secrets
 * are never stored.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
  ) {}

  /** The answer of this request: of its own work, or the one that was stored under its key. */
  around(context: ExecutionContext, answer: Observable<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { principal?: Principal }>()
    const key = request.headers['idempotency-key']
    if (key === undefined || !this.applies(context, request)) return answer
    if (!idempotencyKey.safeParse(key).success) {
      throw new ValidationFailed({ 'Idempotency-Key': 'This is not a UUID.' })
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    return defer(() => this.once(String(key), request, reply, answer))
  }

  private applies(context: ExecutionContext, request: FastifyRequest): boolean {
    if (request.method !== 'POST') return false
    const has = (declared: string) =>
      this.reflector.get<unknown>(declared, context.getHandler()) !== undefined
    // No transaction waits for an upload to arrive; the same file twice is told by its own hash.
    return has(ALLOW) && !has(SECRET_ANSWER) && !has(UPLOAD)
  }

  private async once(
    key: string,
    request: FastifyRequest & { principal?: Principal },
    reply: FastifyReply,
    own: Observable<unknown>,
  ): Promise<unknown> {
    const path = request.url.split('?')[0] ?? ''
    const requestHash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest()
    const owner = [request.principal?.userId, path, key]
    return this.work.run(async () => {
      await this.claim(owner)
      const stored = await this.find(owner)
      if (stored) return replay(stored, requestHash, reply)
      const answer: unknown = await lastValueFrom(own, { defaultValue: undefined })
      await this.work.query(
        `INSERT INTO idempotency_keys (organization_id, user_id, route, key, request_hash, status, body, etag)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          request.principal?.organizationId,
          ...owner,
          requestHash,
          reply.statusCode,
          answer === undefined ? null : JSON.stringify(answer),
          reply.getHeader('etag') ?? null,
        ],
      )
      return answer
    })
  }

  /** A unique row in an open transaction would make the second request wait; a lock says at once that it is busy. */
  private async claim(owner: (string | undefined)[]): Promise<void> {
    const [row] = await this.work.query<{ free: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 42)) AS free',
      [JSON.stringify(owner)],
    )
    if (!row?.free) throw new IdempotencyInFlight()
    // The hourly sweep may not have been here yet: a key that has had its day is free again.
    await this.work.query(
      `DELETE FROM idempotency_keys
        WHERE organization_id = $1 AND user_id = $2 AND route = $3 AND key = $4
          AND created_at <= now() - interval '24 hours'`,
      [this.work.tenant.organizationId, ...owner],
    )
  }

  private async find(owner: (string | undefined)[]): Promise<StoredAnswer | undefined> {
    const [stored] = await this.work.query<StoredAnswer>(
      `SELECT request_hash, status, body, etag FROM idempotency_keys
        WHERE organization_id = $1 AND user_id = $2 AND route = $3 AND key = $4`,
      [this.work.tenant.organizationId, ...owner],
    )
    return stored
  }
}

const replay = (stored: StoredAnswer, requestHash: Buffer, reply: FastifyReply): unknown => {
  if (!stored.request_hash.equals(requestHash)) throw new IdempotencyMismatch()
  void reply.status(stored.status).header('idempotency-replayed', 'true')
  if (stored.etag) void reply.header('etag', stored.etag)
  return stored.body === null ? undefined : (JSON.parse(stored.body) as unknown)
}
