/** An answer, read to its end. `body` is what the test says it is. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  bytes: Buffer
  json: <Body>() => Body
}

export interface Ask {
  body?: unknown
  headers?: Record<string, string>
  /** Sent as it is, for bodies that are no JSON. */
  raw?: string | Uint8Array<ArrayBuffer>
}

/** Speaks to a running server as a browser's page would: cookies kept, same origin, JSON. */
export class HttpClient {
  readonly cookies = new Map<string, string>()
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  get(path: string, ask: Ask = {}): Promise<Answer> {
    return this.send('GET', path, ask)
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.send('POST', path, { body, ...(headers ? { headers } : {}) })
  }

  patch(path: string, body: unknown, revision?: number): Promise<Answer> {
    return this.send('PATCH', path, {
      body,
      ...(revision === undefined ? {} : { headers: { 'if-match': `"${revision}"` } }),
    })
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, {})
  }

  async send(method: string, path: string, ask: Ask): Promise<Answer> {
    const body = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body))
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.url,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
        ...ask.headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    this.keepCookies(response.headers.getSetCookie())
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json: <Body>() => JSON.parse(text) as Body,
    }
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** The value of the cookie whose name begins like this (`at`, `rt`, `dt`). */
  cookie(prefix: string): string {
    for (const [name, value] of this.cookies) if (name.startsWith(prefix)) return value
    return ''
  }

  /** A second tab: the same cookies, kept apart from now on. */
  copy(): HttpClient {
    const other = new HttpClient(this.url)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  private keepCookies(lines: string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const isGone = attributes.some((attribute) => attribute.trim().toLowerCase() === 'max-age=0')
      if (isGone) this.cookies.delete(name)
      else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1))
    }
  }
}
