import type { Components, Theme } from '@mui/material/styles'

type Overrides = Components<Theme>

/** Two rings, brass outside and the page's own colour between: seen on any ground, in either scheme. */
const focusRing = (theme: Theme) => ({
  outline: `2px solid ${theme.vars.palette.brass.main}`,
  outlineOffset: '2px',
})

const buttons: Overrides = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: ({ theme }) => ({ '&:focus-visible': focusRing(theme) }) },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { minHeight: 38, padding: '6px 16px', borderRadius: 7, whiteSpace: 'nowrap' },
      sizeSmall: { minHeight: 32, padding: '3px 11px' },
      contained: ({ theme }) => ({
        '&.Mui-disabled': {
          backgroundColor: theme.vars.palette.surface.sunken,
          color: theme.vars.palette.text.secondary,
        },
      }),
      outlined: ({ theme }) => ({
        borderColor: theme.vars.palette.surface.control,
        '&:hover': { borderColor: 'currentColor', backgroundColor: theme.vars.palette.surface.sunken },
      }),
      text: ({ theme }) => ({ '&:hover': { backgroundColor: theme.vars.palette.surface.sunken } }),
      startIcon: { marginLeft: -3 },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 7 }, sizeSmall: { padding: 6 } } },
}

const fields: Overrides = {
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 7,
        backgroundColor: theme.vars.palette.background.paper,
        fontSize: '0.938rem',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.surface.control },
        '&:hover:not(.Mui-disabled, .Mui-error) .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.text.secondary,
        },
        '&.Mui-focused': focusRing(theme),
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 1 },
        '&.Mui-disabled': { backgroundColor: theme.vars.palette.surface.sunken },
      }),
      input: ({ theme }) => ({
        padding: '0 12px',
        height: 40,
        minHeight: 40,
        lineHeight: 1.4,
        '&::placeholder': { color: theme.vars.palette.text.secondary, opacity: 1 },
      }),
      sizeSmall: {
        fontSize: '0.875rem',
        '& .MuiOutlinedInput-input': { padding: '0 10px', height: 36, minHeight: 36 },
      },
      multiline: {
        padding: 0,
        '& textarea': { padding: '9px 12px', height: 'auto', minHeight: 0, lineHeight: 1.5 },
      },
    },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: ({ theme }) => ({
        color: theme.vars.palette.text.primary,
        fontSize: '0.875rem',
        fontWeight: 600,
        lineHeight: 1.4,
        '&.Mui-focused': { color: theme.vars.palette.text.primary },
      }),
    },
  },
  MuiFormHelperText: {
    styleOverrides: { root: { marginLeft: 0, marginRight: 0, marginTop: 4, fontSize: '0.813rem' } },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 6,
        color: theme.vars.palette.surface.control,
        '&:focus-within': focusRing(theme),
      }),
    },
  },
  MuiNativeSelect: {
    styleOverrides: { icon: ({ theme }) => ({ color: theme.vars.palette.text.secondary }) },
  },
}

export const controls: Overrides = { ...buttons, ...fields }
