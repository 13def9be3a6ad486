import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Body, Controller, Get, Post } from '@nestjs/common'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { declaredRoutes, routesOf, routeViolations } from './route-list.ts'

const GOLDEN = new URL('routes.golden.txt', import.meta.url)

let house: RunningHouse

beforeAll(async () => {
  house = await startHouse({ empty: true })
})
afterAll(() => house.stop())

test('every route declares who may use it, the shape of its answer and of all it takes', () => {
  expect(routeViolations(declaredRoutes(house.server.app))).toEqual([])
})

test('the list of routes and their access is the one that was reviewed (UPDATE_GOLDEN=1 writes it anew)', () => {
  const list = declaredRoutes(house.server.app)
    .map(({ method, path, access }) => `${method.padEnd(6)} ${path.padEnd(48)} ${access}`)
    .join('\n')
  if (process.env['UPDATE_GOLDEN']) writeFileSync(GOLDEN, `${list}\n`)
  expect(`${list}\n`).toBe(readFileSync(GOLDEN, 'utf8'))
})

test('besides them the server answers only to the health checks, the documentation and the pages', () => {
  const known = new Set(declaredRoutes(house.server.app).map(({ path }) => path))
  const own = house.server.paths.filter((path) => !known.has(path))
  expect(own.toSorted()).toEqual([
    '/*',
    '/api/docs',
    '/api/docs/start.js',
    '/api/docs/swagger-ui-bundle.js',
    '/api/docs/swagger-ui.css',
    '/api/openapi.json',
    '/assets/*',
    '/healthz',
    '/readyz',
  ])
})

describe('a careless route', () => {
  @Controller('careless')
  class CarelessController {
    @Get()
    read(): string {
      return 'everything'
    }

    @Post()
    write(@Body() body: unknown): unknown {
      return body
    }
  }

  test('is found: no access, no answer, a body that nobody looks at', () => {
    expect(routeViolations(routesOf(CarelessController))).toEqual([
      'CarelessController.read declares no access',
      'CarelessController.read declares no answer',
      'CarelessController.write declares no access',
      'CarelessController.write declares no answer',
      'CarelessController.write takes a body without a schema',
    ])
  })
})
