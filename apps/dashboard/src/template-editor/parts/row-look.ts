import { calmTools } from './RowTools.tsx'

/** A row on the sheet of its list. */
export const rowLook = {
  listStyle: 'none',
  px: { xs: 1, sm: 1.5 },
  py: 1,
  bgcolor: 'background.paper',
  scrollMarginTop: 96,
  '&:focus': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '-2px' },
  ...calmTools,
} as const

export const rowTitle = {
  fontWeight: 600,
  fontSize: '0.938rem',
  lineHeight: 1.4,
  overflowWrap: 'anywhere',
} as const

/** Rows under each other on one sheet. */
export const listLook = {
  m: 0,
  p: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  bgcolor: 'background.paper',
  '& > li + li': { borderTop: 1, borderColor: 'divider' },
  '& > li:first-of-type': { borderTopLeftRadius: 'inherit', borderTopRightRadius: 'inherit' },
  '& > li:last-of-type': { borderBottomLeftRadius: 'inherit', borderBottomRightRadius: 'inherit' },
} as const
