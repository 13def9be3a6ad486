/*
 * Keeps the code of the interview room in the browser, so that a reload without a network opens it. What it keeps is a
 * list that the build wrote: the page, which is the same for everybody, and files whose names say what is in them. It
 * never writes an answer that passes by into its cache, and does not touch requests to the API.
 */

const CACHE = 'assay.shell.__SHELL_VERSION__'
const OURS = 'assay.shell.'
const PAGE = '/'
/** The page of this build names it. */
const ENTRY = '__SHELL_ENTRY__'
const FILES = ['__SHELL_FILES__']
/** A network that only seems to be there, in milliseconds. */
const PATIENCE = 5_000
/** A proxy speaks for a server that does not. */
const NO_SERVER = new Set([502, 503, 504])

const keep = async () => {
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' })
  // Another build answers already: its own worker keeps its page.
  if (!page.ok || !(await page.clone().text()).includes(ENTRY))
    throw new Error('The page is of another build.')
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES)
  await cache.put(PAGE, page)
  await self.skipWaiting()
}

const takeOver = async () => {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

const kept = async (key) => {
  const cache = await caches.open(CACHE)
  return await cache.match(key, { ignoreVary: true })
}

const fromNetwork = async (request) => {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('No answer.')), PATIENCE)
  })
  const answer = await Promise.race([fetch(request), late])
  if (NO_SERVER.has(answer.status)) throw new Error('No server.')
  return answer
}

/** The server's page while there is a server: what is kept is never shown in place of a newer one. */
const page = async (request) => {
  try {
    return await fromNetwork(request)
  } catch {
    return (await kept(PAGE)) ?? Response.error()
  }
}

/** Its name says what is in it, so it cannot be old. */
const file = async (request) => (await kept(request)) ?? (await fetch(request))

self.addEventListener('install', (event) => event.waitUntil(keep()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(pathname)) event.respondWith(file(request))
})
