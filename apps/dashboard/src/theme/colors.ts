/**
 * Two palettes, each tuned by itself: the dark one is not the light one inverted.
 * Verdigris is what one can act on, brass is where one is (focus, marks), ink and paper are everything else.
 */
export const light = {
  canvas: '#f3f5f2',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#e9ede8',
  line: '#d6dcd5',
  control: '#75827b',
  ink: '#17201c',
  muted: '#4f5d57',
  verdigris: '#0e5f52',
  verdigrisDeep: '#0a463d',
  verdigrisTint: '#dcebe5',
  onVerdigris: '#ffffff',
  brass: '#a87400',
  brassText: '#7a5300',
  beam: '#f0c24b',
  brassTint: '#f7ecd2',
  danger: '#a3301d',
  dangerDeep: '#7f2212',
  dangerTint: '#fae8e3',
  success: '#1d6a3c',
  successTint: '#e0f0e4',
  info: '#1d5585',
  infoTint: '#e2edf6',
} as const

export const dark: Record<keyof typeof light, string> = {
  canvas: '#101513',
  surface: '#171e1b',
  raised: '#1f2824',
  sunken: '#0b0f0d',
  line: '#2d3833',
  control: '#7a8982',
  ink: '#e6ece8',
  muted: '#a5b2ab',
  verdigris: '#6fcdb9',
  verdigrisDeep: '#93dfce',
  verdigrisTint: '#18372f',
  onVerdigris: '#06241e',
  brass: '#e9bd54',
  brassText: '#ecc566',
  beam: '#8a5f00',
  brassTint: '#362b10',
  danger: '#f29c88',
  dangerDeep: '#f8bdae',
  dangerTint: '#3d1d16',
  success: '#82cf9b',
  successTint: '#173322',
  info: '#8cbdea',
  infoTint: '#152d42',
}

/**
 * Ratings run from rust to blue, never red to green: the two ends stay apart for every kind of colour vision, and
 * also as greys, because the ends are darker (on dark: more vivid) than the middle. Not assessed is no colour at
 * all, only an outline: it is not a low mark. Each stands at 3:1 or more on its surface.
 */
export const lightRatings = {
  strongNo: '#8a3a06',
  no: '#bf7219',
  middle: '#747b82',
  yes: '#4f86c2',
  strongYes: '#1b4985',
  notAssessed: '#75827b',
} as const

export const darkRatings: Record<keyof typeof lightRatings, string> = {
  strongNo: '#f07f2e',
  no: '#c4935d',
  middle: '#8f979e',
  yes: '#7a9fc8',
  strongYes: '#62abff',
  notAssessed: '#7a8982',
}
