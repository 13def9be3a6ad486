import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js'
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js'
import type { FastifyRequest } from 'fastify'
import { ValidationFailed } from './http.errors.ts'

/**
 * A route that takes no body or no query gets none: what a schema would refuse as an unknown field must not slip
 * through where there is no schema.
 */
@Injectable()
export class SurplusGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const taken = kindsTaken(context)
    const surplus = [
      ...(taken.has(RouteParamtypes.BODY) ? [] : fieldsOf(request.body)),
      ...(taken.has(RouteParamtypes.QUERY) ? [] : fieldsOf(request.query)),
    ]
    if (surplus.length > 0) {
      throw new ValidationFailed(
        Object.fromEntries(surplus.slice(0, 100).map((field) => [field, 'This field is not known.'])),
      )
    }
    return true
  }
}

const taken = new WeakMap<object, Set<number>>()

const kindsTaken = (context: ExecutionContext): Set<number> => {
  const handler = context.getHandler()
  let kinds = taken.get(handler)
  if (!kinds) taken.set(handler, (kinds = readKinds(context)))
  return kinds
}

const readKinds = (context: ExecutionContext): Set<number> => {
  const metadata = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as Record<string, unknown>
  return new Set(Object.keys(metadata).map((key) => Number(key.split(':')[0])))
}

const fieldsOf = (value: unknown): string[] => {
  if (value === undefined || value === null) return []
  return typeof value === 'object' ? Object.keys(value) : ['body']
}
