/** A table wider than the screen scrolls in its frame; heads stay in view. */
export const frame = {
  position: 'relative',
  overflow: 'auto',
  maxHeight: { md: '94dvh' },
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  bgcolor: 'background.paper',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
  '@media print': { overflow: 'visible', maxHeight: 'none' },
} as const

export const table = {
  borderCollapse: 'separate',
  borderSpacing: 0,
  width: '100%',
  fontSize: '0.875rem',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    p: { xs: 1, sm: 1.25 },
    borderBottom: 1,
    borderColor: 'divider',
    overflowWrap: 'anywhere',
    minWidth: { xs: 148, sm: 150 },
  },
  '& tbody:last-child tr:last-child > *': { borderBottom: 0 },
  '& th[scope=row]': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    bgcolor: 'background.paper',
    borderRight: 1,
    borderColor: 'divider',
    minWidth: { xs: 112, sm: 180 },
    maxWidth: { xs: 112, sm: 260 },
    fontWeight: 600,
  },
  '& thead th': { position: { md: 'sticky' }, top: 0, zIndex: 2, bgcolor: 'background.paper' },
  '& thead th:first-of-type': {
    position: 'sticky',
    left: 0,
    zIndex: 3,
    borderRight: 1,
    borderColor: 'divider',
    minWidth: { xs: 112, sm: 180 },
  },
  '@media print': {
    '& th, & td': { position: 'static !important', minWidth: '0 !important' },
    '& th[scope=row]': { minWidth: '110px !important' },
  },
} as const
