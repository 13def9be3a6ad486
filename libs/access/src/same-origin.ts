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
  if (facts.hasBody && !isExpectedType(facts)) return 'wrong_content_type'
  return 'allowed'
}

const isExpectedType = ({ contentType, acceptsUpload }: OriginFacts): boolean => {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' || (acceptsUpload && type === 'multipart/form-data')
}
