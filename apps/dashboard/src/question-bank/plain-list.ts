/** A list without the looks of one. */
export const plainList = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 } as const
