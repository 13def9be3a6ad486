/** There for screen readers only. */
export const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  m: '-1px',
  p: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** A label that the heading of its column says for those who see it. */
export const inColumn = { mb: 0.5, '@media (min-width: 600px)': visuallyHidden } as const
