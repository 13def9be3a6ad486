/** Names of the three cookies. Browsers keep the `__Host-` prefix to HTTPS, one host and Path=/. */
export interface CookieNames {
  access: string
  refresh: string
  device: string
}

export interface CookieSettings {
  names: CookieNames
  options: { path: '/'; httpOnly: true; sameSite: 'strict'; secure: boolean }
}

/** @param origin the address that people open; on plain-http loopback the port keeps two instances apart. */
export const cookieSettings = (origin: string): CookieSettings => {
  const url = new URL(origin)
  const secure = url.protocol === 'https:'
  const name = (short: string): string => (secure ? `__Host-${short}` : `${short}-${url.port || '80'}`)
  return {
    names: { access: name('at'), refresh: name('rt'), device: name('dt') },
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure },
  }
}
