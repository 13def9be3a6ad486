import { CreateHouse1763900000000 } from './migrations/1763900000000-create-house.ts'

/** Every migration, in order. Expand first, contract a release later: old and new code run side by side. */
export const migrations = [CreateHouse1763900000000]
