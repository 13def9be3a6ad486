import { config } from 'zod/v4'

/**
 * Stands in for `zod`. Zod compiles shapes with `new Function` where it may; our content security policy forbids
 * that, and even asking is reported as a violation. Said here, before any shape can be made.
 */
config({ jitless: true })

export * from 'zod/v4'
export * as z from 'zod/v4'
