export interface OriginFacts {
  method: string
  /** `Sec-Fetch-Site`, sent by browsers and out of reach of scripts. */
  fetchSite: string | undefined
  origin: string | undefined
  hasBearer: boolean
  hasBody: boolean
  contentType: string | undefined
  /** Routes that take files say so. */
  acceptsUpload: boolean
}

export type OriginVerdict = 'allowed' | 'cross_site' | 'wrong_content_type'

const MULTIPART = 'multipart/form-data'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The defence against cross-site request forgery (OWASP: Fetch Metadata first, Origin as the fallback). A bearer token
 * is never sent by a browser on its own, so requests that carry one pass; but a request must say what its body is,
 * because HTML forms can send text/plain that happens to be JSON.
 */
export const judgeOrigin = (facts: OriginFacts, ownOrigins: ReadonlySet<string>): OriginVerdict => {
  if (SAFE.has(facts.method)) return 'allowed'
  if (!facts.hasBearer) {
    const sameOrigin =
      facts.fetchSite === undefined
        ? facts.origin !== undefined && ownOrigins.has(facts.origin)
        : facts.fetchSite === 'same-origin'
    if (!sameOrigin) return 'cross_site'
    if (facts.origin !== undefined && !ownOrigins.has(facts.origin)) return 'cross_site'
  }
  const type = facts.contentType?.split(';')[0]?.trim().toLowerCase()
  // A form that nobody has read yet is not seen as a body; it says by its type that it is one.
  if (type === MULTIPART) return facts.acceptsUpload ? 'allowed' : 'wrong_content_type'
  return facts.hasBody && type !== 'application/json' ? 'wrong_content_type' : 'allowed'
}
