import type { Json } from '@assay/contracts'
import type { ZodType } from 'zod'
import type { Checked, HeldBack } from './draft-kind.ts'

/**
 * A draft checked with the contract's shape. `placeOf` gives the place in the flat draft for one that the shape names;
 * null for what concerns no single place.
 */
export const checkedBy =
  <Draft extends Json>(
    schema: ZodType<Draft>,
    placeOf: (draft: Draft, path: readonly PropertyKey[]) => string[] | null,
  ) =>
  (draft: Draft): Checked<Draft> => {
    const result = schema.safeParse(draft)
    if (result.success) return { draft: result.data, wrong: [] }
    const wrong: HeldBack[] = []
    for (const { path, message } of result.error.issues) {
      const place = placeOf(draft, path)
      if (place === null) return { draft: null, wrong: null }
      wrong.push({ path: place, because: message })
    }
    return { draft: null, wrong }
  }
