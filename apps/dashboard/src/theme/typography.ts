import type { TypographyVariantsOptions } from '@mui/material/styles'

/** Besley, a Clarendon like those of certificates and hallmark plates, for titles; Hanken Grotesk for all work. */
export const titleFace = "'Besley Variable', Georgia, serif"
const textFace = "'Hanken Grotesk Variable', system-ui, sans-serif"
export const codeFace = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace"

/** One scale: 28, 20, 16.5, 15, 14, 13. Anything else on a page is a mistake. */
export const typography: TypographyVariantsOptions = {
  fontFamily: textFace,
  fontSize: 14,
  fontWeightMedium: 550,
  fontWeightBold: 650,
  h1: {
    fontFamily: titleFace,
    fontSize: '1.75rem',
    lineHeight: 1.2,
    fontWeight: 480,
    letterSpacing: '-0.015em',
  },
  h2: {
    fontFamily: titleFace,
    fontSize: '1.25rem',
    lineHeight: 1.3,
    fontWeight: 500,
    letterSpacing: '-0.008em',
  },
  h3: { fontSize: '1.031rem', lineHeight: 1.4, fontWeight: 620 },
  h4: { fontSize: '0.938rem', lineHeight: 1.45, fontWeight: 620 },
  h5: { fontSize: '0.938rem', lineHeight: 1.45, fontWeight: 620 },
  h6: { fontSize: '0.938rem', lineHeight: 1.45, fontWeight: 620 },
  body1: { fontSize: '0.938rem', lineHeight: 1.55 },
  body2: { fontSize: '0.875rem', lineHeight: 1.5 },
  subtitle1: { fontSize: '0.938rem', lineHeight: 1.5 },
  subtitle2: { fontSize: '0.875rem', lineHeight: 1.5, fontWeight: 600 },
  caption: { fontSize: '0.813rem', lineHeight: 1.45 },
  overline: {
    fontSize: '0.813rem',
    lineHeight: 1.45,
    fontWeight: 600,
    textTransform: 'none',
    letterSpacing: 0,
  },
  button: { fontSize: '0.875rem', lineHeight: 1.4, fontWeight: 600, textTransform: 'none' },
}
