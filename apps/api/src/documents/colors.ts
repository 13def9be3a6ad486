/** The dashboard's light colours, for paper: ink on white, verdigris as the only accent. */
export const colors = {
  ink: '#17201c',
  muted: '#4f5d57',
  line: '#d6dcd5',
  strongLine: '#75827b',
  sunken: '#f0f3ef',
  verdigris: '#0e5f52',
  danger: '#a3301d',
} as const

/**
 * Of rating levels, lowest first, as on the screen: rust to blue, never red to green, apart for every kind of colour
 * vision. On paper a level is always named as well.
 */
export const levelColors = {
  4: ['#8a3a06', '#bf7219', '#4f86c2', '#1b4985'],
  5: ['#8a3a06', '#bf7219', '#747b82', '#4f86c2', '#1b4985'],
} as const
