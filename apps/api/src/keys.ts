/** Injection token of the keys derived from the installation's one secret. */
export const KEYS = Symbol('keys')
