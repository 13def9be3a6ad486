import { createTheme } from '@mui/material/styles'
import { controls } from './controls.ts'
import { darkPalette, lightPalette } from './palette.ts'
import { surfaces } from './surfaces.ts'
import { typography } from './typography.ts'

/** The same key and attribute as in color-scheme.js, which sets the scheme before the first paint. */
export const MODE_KEY = 'assay.mode'

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-scheme', cssVarPrefix: 'assay' },
  colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
  typography,
  shape: { borderRadius: 8 },
  breakpoints: { values: { xs: 0, sm: 600, md: 960, lg: 1280, xl: 1680 } },
  components: {
    ...controls,
    ...surfaces,
    MuiCssBaseline: {
      styleOverrides: (themed) => ({
        // What gets the focus is not hidden below the bar above or the one that saves.
        html: { scrollPadding: '76px 0 128px' },
        body: { fontSynthesis: 'none', WebkitFontSmoothing: 'antialiased' },
        'a:focus-visible, summary:focus-visible, [tabindex="0"]:focus-visible': {
          outline: `2px solid ${themed.vars.palette.brass.main}`,
          outlineOffset: '2px',
          borderRadius: '4px',
        },
        'h1:focus, main:focus': { outline: 'none' },
        '::selection': {
          backgroundColor: themed.vars.palette.tint.brass,
          color: themed.vars.palette.text.primary,
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0.01ms', transitionDuration: '0.01ms' },
        },
      }),
    },
  },
})
