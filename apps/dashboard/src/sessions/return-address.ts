/** Where to go after sign-in when nothing better is known. */
export const HOME = '/'

/** Pages before sign-in: coming back to them would be a circle. */
const BEFORE_SIGN_IN = /^\/(?:sign-in|setup|invitation|forgotten-password|password-reset)(?:[/?#]|$)/i
/** Browsers drop tabs and line breaks inside addresses and read a backslash as a slash. */
const TREACHEROUS = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const NOWHERE = 'https://assay.invalid'

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The same questions for the address as written and as it reads with its escapes undone, up to three deep. */
const isOwnPath = (text: string): boolean =>
  text.startsWith('/') && !text.startsWith('//') && !TREACHEROUS.test(text) && !text.includes('/..')

const staysOwnWhenDecoded = (text: string): boolean => {
  const path = text.split(/[?#]/, 1)[0] ?? ''
  let current: string | null = path
  for (let depth = 0; depth < 3; depth += 1) {
    if (current === null || !isOwnPath(current)) return false
    current = decoded(current)
  }
  return current !== null && isOwnPath(current)
}

/**
 * The page to open after sign-in: the one asked for if it is a path of our own, else home. What is asked for comes
 * from the address bar, so from anyone who can make a person follow a link.
 */
export const returnAddress = (asked: string | null | undefined): string => {
  if (!asked || asked.length > 2_000) return HOME
  if (TREACHEROUS.test(asked) || !staysOwnWhenDecoded(asked)) return HOME
  if (!URL.canParse(asked, NOWHERE)) return HOME
  const url = new URL(asked, NOWHERE)
  if (url.origin !== NOWHERE || url.username !== '' || url.password !== '') return HOME
  const address = url.pathname + url.search + url.hash
  return address.startsWith('//') || BEFORE_SIGN_IN.test(address) ? HOME : address
}

/** The sign-in page's own address, with the way back in it. */
export const signInAddress = (from: string): string => {
  const back = returnAddress(from)
  return back === HOME ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`
}
