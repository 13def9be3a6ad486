/** Left out on paper: what somebody could press. */
export const notPrinted = { '@media print': { display: 'none' } } as const

/**
 * On paper there is neither a menu nor a scheme of colours: words stand dark on white, and everything that can be folded
 * is open.
 */
export const onPaper = {
  '@media print': {
    'header, nav, aside, a[href="#content"]': { display: 'none !important' },
    'body, body *': {
      color: '#000 !important',
      backgroundColor: 'transparent !important',
      borderColor: '#999 !important',
    },
    'details::details-content': { contentVisibility: 'visible', blockSize: 'auto' },
    'tr, li, blockquote': { breakInside: 'avoid' },
    'h1, h2, h3, h4': { breakAfter: 'avoid' },
    section: { overflow: 'visible !important' },
  },
} as const
