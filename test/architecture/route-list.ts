import { ALLOW, PUBLIC } from '@assay/access'
import type { INestApplicationContext, Type } from '@nestjs/common'
import { RequestMethod } from '@nestjs/common'
import { ModulesContainer } from '@nestjs/core'
import { ANSWER } from '../../apps/api/src/http/answers.ts'

/** One route as its declarations say. */
export interface DeclaredRoute {
  method: string
  path: string
  handler: string
  access: string | null
  hasAnswer: boolean
  /** Parameters taken from the request without a schema: they would pass unvalidated. */
  unvalidated: string[]
}

// Kinds of route arguments, as Nest numbers them.
const INPUTS: Record<string, string> = { 3: 'body', 4: 'query', 5: 'param' }

interface ArgumentMetadata {
  schema?: unknown
}

const join = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`

/** Every route of every controller, from the metadata that the decorators left. */
export const declaredRoutes = (app: INestApplicationContext): DeclaredRoute[] => {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as Type),
  )
  return controllers
    .flatMap((controller) => routesOf(controller))
    .toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`))
}

export const routesOf = (controller: Type): DeclaredRoute[] => {
  const prototype = controller.prototype as Record<string, unknown>
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name]
    if (name === 'constructor' || typeof handler !== 'function') return []
    const path: unknown = Reflect.getMetadata('path', handler)
    if (typeof path !== 'string') return []
    return [
      {
        method: RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '?',
        path: join('api/v1', String(Reflect.getMetadata('path', controller)), path),
        handler: `${controller.name}.${name}`,
        access: accessOf(handler),
        hasAnswer: Reflect.hasMetadata(ANSWER, handler),
        unvalidated: unvalidatedOf(controller, name),
      },
    ]
  })
}

const accessOf = (handler: object): string | null => {
  const permission: unknown = Reflect.getMetadata(ALLOW, handler)
  if (typeof permission === 'string') return permission
  const reason: unknown = Reflect.getMetadata(PUBLIC, handler)
  return typeof reason === 'string' ? `public: ${reason}` : null
}

const unvalidatedOf = (controller: Type, name: string): string[] => {
  const metadata = (Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as Record<
    string,
    ArgumentMetadata
  >
  return Object.entries(metadata)
    .filter(([key, argument]) => INPUTS[key.split(':')[0] ?? ''] !== undefined && !argument.schema)
    .map(([key]) => INPUTS[key.split(':')[0] ?? ''] ?? '')
}

/** What is wrong with a route's declarations, in words; empty when nothing is. */
export const routeViolations = (routes: readonly DeclaredRoute[]): string[] =>
  routes.flatMap((route) => [
    ...(route.access === null ? [`${route.handler} declares no access`] : []),
    ...(route.hasAnswer ? [] : [`${route.handler} declares no answer`]),
    ...route.unvalidated.map((input) => `${route.handler} takes a ${input} without a schema`),
  ])
