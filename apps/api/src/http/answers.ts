import { problem } from '@assay/contracts'
import { applyDecorators, HttpCode, SerializeOptions, SetMetadata } from '@nestjs/common'
import { ApiResponse } from '@nestjs/swagger'
import { z } from 'zod'
import { FileOf } from './file-answer.ts'

export const PAGE_OF = 'assay:page-of'
export const ANSWER = 'assay:answer'

/** Marks a route that answers with an empty body. */
export const NOTHING = Symbol('nothing')

const problems = () =>
  ApiResponse({ status: 'default', description: 'A problem (RFC 9457).', standardSchema: problem })

/** The shape of the answer: fields that are not in it never leave the server. */
export const Returns = (schema: z.ZodType, status = 200) =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER, schema),
    SerializeOptions({ schema }),
    ApiResponse({ status, description: 'The answer.', standardSchema: schema }),
    problems(),
  )

/** A page of rows as an array, with `Content-Range: <unit> first-last/total`. */
export const ReturnsPage = (row: z.ZodType, unit: string) =>
  applyDecorators(
    SetMetadata(ANSWER, row),
    SetMetadata(PAGE_OF, unit),
    SerializeOptions({ schema: row }),
    ApiResponse({ status: 200, description: 'A page of rows.', standardSchema: z.array(row) }),
    problems(),
  )

export const ReturnsNothing = (status = 204) =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER, NOTHING),
    ApiResponse({ status, description: 'No content.' }),
    problems(),
  )

/** A file to be saved: the handler gives a `FileAnswer`. For reading only: no command answers with a file. */
export const ReturnsFile = (mediaType: string) =>
  applyDecorators(
    SetMetadata(ANSWER, new FileOf(mediaType)),
    ApiResponse({
      status: 200,
      description: 'A file.',
      content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
    }),
    problems(),
  )
