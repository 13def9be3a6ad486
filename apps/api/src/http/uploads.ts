import type { Readable } from 'node:stream'
import fastifyMultipart from '@fastify/multipart'
import { AcceptsUpload } from '@assay/access'
import { currentContext, inContext, newContext } from '@assay/persistence'
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { ApiBody, ApiConsumes } from '@nestjs/swagger'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FileTooLarge, MalformedUpload, NoUpload, ValidationFailed } from './http.errors.ts'

/** Of one file. The other parts of an upload are a few short fields. */
export const UPLOAD_LIMIT = 10 * 1_048_576
const FIELDS_AND_BOUNDARIES = 65_536

const LIMITS = {
  fileSize: UPLOAD_LIMIT,
  files: 1,
  fields: 5,
  fieldNameSize: 100,
  fieldSize: 1_000,
  parts: 6,
  headerPairs: 20,
}

/** Takes note of a multipart body and leaves it unread: only a route that declares an upload will ever read it. */
export const readUploads = async (fastify: FastifyInstance): Promise<void> => {
  await fastify.register(fastifyMultipart, { limits: LIMITS, throwFileSizeLimit: false })
}

export interface UploadedFile {
  /** As the client called it: nothing to rely on. */
  name: string | undefined
  content: Readable
}

interface Reception<Taken, Fields, Kept> {
  fields: z.ZodType<Fields>
  take: (file: UploadedFile) => Promise<Taken>
  keep: (taken: Taken, fields: Fields) => Promise<Kept>
  drop: (taken: Taken) => Promise<void>
}

/** What a route under `@TakesFile()` is given: nothing has been read before `receive` is called. */
export class UploadedForm {
  private readonly request: FastifyRequest

  constructor(request: FastifyRequest) {
    this.request = request
  }

  /**
   * Reads the body: hands the part `file` to `take` as a stream, checks the fields, and lets `keep` make of both what is
   * answered. If anything is wrong, `drop` gets what was taken, and the rest of the body is let go unread.
   */
  async receive<Taken, Fields, Kept>({
    fields,
    take,
    keep,
    drop,
  }: Reception<Taken, Fields, Kept>): Promise<Kept> {
    if (!this.request.isMultipart()) throw new NoUpload()
    if (Number(this.request.headers['content-length']) > UPLOAD_LIMIT + FIELDS_AND_BOUNDARIES) {
      throw new FileTooLarge()
    }
    const taken: Taken[] = []
    try {
      const values = await this.walk(async (file) => void taken.push(await take(file)))
      if (taken.length === 0) throw new ValidationFailed({ file: 'Choose a file.' })
      const parsed = fields.safeParse(values)
      if (!parsed.success) throw new ValidationFailed(problemsOf(parsed.error))
      return await afresh(() => keep(taken[0]!, parsed.data))
    } catch (error) {
      this.request.raw.unpipe()
      this.request.raw.resume()
      await Promise.all(taken.map((one) => drop(one)))
      throw explained(error)
    }
  }

  private async walk(take: (file: UploadedFile) => Promise<void>): Promise<Record<string, unknown>> {
    const values: Record<string, unknown> = {}
    for await (const part of this.request.parts()) {
      if (part.fieldname in values) throw new ValidationFailed({ [part.fieldname]: 'This is given twice.' })
      if (part.type === 'field') {
        if (part.valueTruncated) throw new ValidationFailed({ [part.fieldname]: 'This is too long.' })
        values[part.fieldname] = part.value
      } else {
        if (part.fieldname !== 'file')
          throw new ValidationFailed({ [part.fieldname]: 'This field is not known.' })
        part.file.once('limit', () => part.file.destroy(new FileTooLarge()))
        await take({ name: part.filename, content: part.file })
      }
    }
    return values
  }
}

/** How long the client took to send is not held against what is done with it: the time for an answer begins anew. */
const afresh = <T>(work: () => Promise<T>): Promise<T> => {
  const context = currentContext()
  return context === null
    ? work()
    : inContext({ ...newContext(context.requestId), tenant: context.tenant }, work)
}

const problemsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [key, 'This field is not known.'])
        : [[issue.path.map(String).join('.') || 'body', issue.message]],
    ),
  )

/** The parser's own errors come with a code of theirs, or as plain words about the body; its needle is the boundary. */
const OF_THE_BODY = /multipart|boundary|terminated early|premature close|unexpected end|needle/i

const explained = (error: unknown): unknown => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && code.startsWith('FST_')) return new MalformedUpload()
  const isPlain = error instanceof Error && error.constructor === Error
  return isPlain && OF_THE_BODY.test(String(message)) ? new MalformedUpload() : error
}

/** The form of this request, unread. */
export const Upload = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    new UploadedForm(context.switchToHttp().getRequest<FastifyRequest>()),
)

/** This route takes a form with one file, and these fields beside it. */
export const TakesFile = (fields: z.ZodObject) => {
  // Without the names of the shapes: these would stand as references to a place that this schema does not have.
  const { properties } = z.toJSONSchema(fields, { io: 'input', metadata: z.registry() })
  const file = { type: 'string', format: 'binary' }
  const schema = { type: 'object', required: ['file'], properties: { ...properties, file } }
  return applyDecorators(
    AcceptsUpload(),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: schema as never }),
  )
}
