/** Clocks differ a little; the server allows the same. */
const GRACE_MS = 10 * 60_000

export const isPastMoment = (moment: string): boolean => Date.parse(moment) < Date.now() - GRACE_MS
