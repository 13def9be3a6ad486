import type { FastifyInstance } from 'fastify'

export const BODY_LIMIT = 1_048_576
const MAX_DEPTH = 20

class Unreadable extends Error {
  readonly statusCode = 400
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Null for another encoding: letters that were guessed wrong would be stored as if they had been written. */
const decoded = (body: Buffer): string | null => {
  try {
    return utf8.decode(body)
  } catch {
    return null
  }
}

/** Depth of the deepest array or object, counted on the text: the parser never sees a body made to exhaust it. */
export const jsonDepth = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 92 /* backslash */) index += 1
      else if (code === 34 /* quote */) inString = false
    } else if (code === 34) inString = true
    else if (code === 123 || code === 91) deepest = Math.max(deepest, (depth += 1))
    else if (code === 125 || code === 93) depth -= 1
  }
  return deepest
}

/** JSON only; `__proto__` and `constructor.prototype` are errors, never keys. */
export const readJsonBodies = (fastify: FastifyInstance): void => {
  const parse = fastify.getDefaultJsonParser('error', 'error')
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      const text = decoded(body as Buffer)
      if (text === '') {
        done(null, undefined)
      } else if (text === null || jsonDepth(text) > MAX_DEPTH) {
        done(new Unreadable('not JSON in UTF-8, or too deep'), undefined)
      } else {
        void parse(request, text, done)
      }
    },
  )
}
