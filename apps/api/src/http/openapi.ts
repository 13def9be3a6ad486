import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

type JsonSchema = Record<string, unknown>

/** zod writes each schema; those with an id become components that the others refer to. */
const convert = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined
  const written = z.toJSONSchema(schema, { target: 'openapi-3.0', io: schemaType, unrepresentable: 'any' })
  const {
    definitions,
    $schema: _version,
    id: _id,
    ...own
  } = written as JsonSchema & {
    definitions?: Record<string, JsonSchema>
  }
  const components: Record<string, JsonSchema> = {}
  for (const [name, { id: _own, ...definition }] of Object.entries(definitions ?? {})) {
    components[name] = pointToComponents(definition)
  }
  return { schema: pointToComponents(own), components }
}

const pointToComponents = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"#/components/schemas/')) as JsonSchema

export const buildOpenApi = (app: INestApplication): OpenAPIObject => {
  const outline = new DocumentBuilder()
    .setTitle('Assay')
    .setDescription(
      'Interview scorecards and hiring decisions. Errors are problem+json (RFC 9457) with a stable `code`. ' +
        'Lists take `sort`, `range` and `filter`; the total is in `Content-Range`. Writes to records need `If-Match`; ' +
        'creating and commanding POSTs may carry an `Idempotency-Key`.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A personal API token.' })
    .build()
  return SwaggerModule.createDocument(app, outline, { standardSchemaConverter: convert })
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Assay API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, tryItOutEnabled: true })`

const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The document costs a fifth of a second to build: it is built when somebody asks. */
export const serveOpenApi = (fastify: FastifyInstance, app: INestApplication): void => {
  let document: string | undefined
  const swaggerFiles = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const file = (name: string): Buffer => readFileSync(join(swaggerFiles, name))
  fastify.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(buildOpenApi(app))
    return reply.type('application/json; charset=utf-8').send(document)
  })
  fastify.get('/api/docs', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', DOCS_POLICY).send(PAGE),
  )
  fastify.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript').send(START))
  for (const [name, type] of [
    ['swagger-ui.css', 'text/css'],
    ['swagger-ui-bundle.js', 'text/javascript'],
  ] as const) {
    fastify.get(`/api/docs/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=3600').send(file(name)),
    )
  }
}
