import type { PaletteOptions } from '@mui/material/styles'
import { dark, darkRatings, light, lightRatings } from './colors.ts'

type Ratings = Record<keyof typeof lightRatings, string>
interface Surfaces {
  raised: string
  sunken: string
  control: string
}
interface Tints {
  verdigris: string
  brass: string
  danger: string
  success: string
  info: string
}

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
  interface Palette {
    rating: Ratings
    surface: Surfaces
    tint: Tints
    brass: { main: string; text: string; beam: string }
  }
  interface PaletteOptions {
    rating?: Ratings
    surface?: Surfaces
    tint?: Tints
    brass?: { main: string; text: string; beam: string }
  }
}

const from = (colors: Record<keyof typeof light, string>, rating: Ratings): PaletteOptions => ({
  primary: {
    main: colors.verdigris,
    dark: colors.verdigrisDeep,
    light: colors.verdigris,
    contrastText: colors.onVerdigris,
  },
  secondary: { main: colors.muted, contrastText: colors.surface },
  error: { main: colors.danger, dark: colors.dangerDeep, contrastText: colors.surface },
  warning: { main: colors.brassText, contrastText: colors.surface },
  success: { main: colors.success, contrastText: colors.surface },
  info: { main: colors.info, contrastText: colors.surface },
  text: { primary: colors.ink, secondary: colors.muted, disabled: colors.control },
  background: { default: colors.canvas, paper: colors.surface },
  divider: colors.line,
  brass: { main: colors.brass, text: colors.brassText, beam: colors.beam },
  surface: { raised: colors.raised, sunken: colors.sunken, control: colors.control },
  tint: {
    verdigris: colors.verdigrisTint,
    brass: colors.brassTint,
    danger: colors.dangerTint,
    success: colors.successTint,
    info: colors.infoTint,
  },
  rating,
})

export const lightPalette = from(light, lightRatings)
export const darkPalette = from(dark, darkRatings)
