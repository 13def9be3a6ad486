/** Of the whole, between 0 and 1. */
export type OnProgress = (share: number) => void

interface Sending {
  method: string
  headers: Record<string, string>
  body: XMLHttpRequestBodyInit | null
  signal: AbortSignal | undefined
  onProgress: OnProgress
}

const headersOf = (request: XMLHttpRequest): Headers =>
  new Headers(
    request
      .getAllResponseHeaders()
      .split('\r\n')
      .flatMap((line): [string, string][] => {
        const at = line.indexOf(': ')
        return at > 0 ? [[line.slice(0, at), line.slice(at + 2)]] : []
      }),
  )

/** As `fetch`, which does not tell how much has left. Rejects as it does, too: an AbortError, or a TypeError. */
export const sendWithProgress = (
  address: string,
  { method, headers, body, signal, onProgress }: Sending,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    const aborted = () => reject(new DOMException('The request was given up.', 'AbortError'))
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('abort', aborted)
    request.addEventListener('error', () => reject(new TypeError('There was no answer.')))
    request.addEventListener('load', () => {
      const { status, responseText } = request
      resolve(
        new Response(responseText === '' ? null : responseText, { status, headers: headersOf(request) }),
      )
    })
    if (signal?.aborted) {
      aborted()
      return
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
