/** After the page has drawn itself, and has what it needs. */
const SOON = 2_000

const WORKER = '/service-worker.js'
/** The interview room, and nothing else: no other page works without the server. */
const SCOPE = '/scorecards/'

/** The policy for scripts lets nothing but this address through. */
const scriptAddress = (): string => {
  if (!('trustedTypes' in globalThis)) return WORKER
  const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypes }
  return trustedTypes.createPolicy('assay.offline', { createScriptURL: () => WORKER }).createScriptURL('')
}

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string }
}

let kept = false

const register = async (): Promise<void> => {
  if (kept || !('serviceWorker' in navigator)) return
  kept = true
  try {
    await navigator.serviceWorker.register(scriptAddress(), { scope: SCOPE, updateViaCache: 'none' })
  } catch {
    // A private window, or no network yet: the next page asks again.
    kept = false
  }
}

/** Has the browser keep the code of the interview room, so that it opens without a network. Gives back what calls it off. */
export const keepShell = (): (() => void) => {
  if (!import.meta.env.PROD) return () => undefined
  const timer = setTimeout(() => void register(), SOON)
  return () => clearTimeout(timer)
}
