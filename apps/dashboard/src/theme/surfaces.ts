import type { Components, Theme } from '@mui/material/styles'

type Overrides = Components<Theme>

const shadow = '0 1px 2px rgb(0 0 0 / 6%), 0 12px 32px -8px rgb(0 0 0 / 22%)'

const sheets: Overrides = {
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 14,
        border: `1px solid ${theme.vars.palette.divider}`,
        backgroundColor: theme.vars.palette.surface.raised,
        boxShadow: shadow,
        [theme.breakpoints.down('sm')]: {
          margin: 12,
          width: 'calc(100% - 24px)',
          maxHeight: 'calc(100% - 24px)',
        },
      }),
    },
  },
  MuiDialogTitle: {
    defaultProps: { variant: 'h2' },
    styleOverrides: { root: { padding: '22px 24px 8px', overflowWrap: 'anywhere' } },
  },
  MuiDialogContent: {
    styleOverrides: {
      root: {
        '.MuiDialogTitle-root + &': { paddingTop: 8 },
        padding: '8px 24px 22px',
        overflowWrap: 'anywhere',
      },
    },
  },
  MuiDialogActions: { styleOverrides: { root: { padding: '0 24px 22px', gap: 8, flexWrap: 'wrap' } } },
  MuiBackdrop: {
    styleOverrides: {
      root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(8 14 11 / 55%)' } },
    },
  },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 10,
        border: `1px solid ${theme.vars.palette.divider}`,
        backgroundColor: theme.vars.palette.surface.raised,
        boxShadow: shadow,
      }),
    },
  },
  MuiMenuItem: {
    styleOverrides: { root: { fontSize: '0.875rem', minHeight: 38, borderRadius: 6, marginInline: 4 } },
  },
  MuiTooltip: {
    styleOverrides: {
      tooltip: ({ theme }) => ({
        backgroundColor: theme.vars.palette.text.primary,
        color: theme.vars.palette.background.paper,
        fontSize: '0.813rem',
        borderRadius: 6,
        padding: '5px 9px',
      }),
    },
  },
}

const rows: Overrides = {
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderColor: theme.vars.palette.divider,
        fontSize: '0.875rem',
        padding: '10px 16px',
      }),
      head: ({ theme }) => ({
        color: theme.vars.palette.text.secondary,
        fontSize: '0.813rem',
        fontWeight: 600,
        padding: '8px 16px',
        backgroundColor: 'transparent',
      }),
    },
  },
  MuiTableSortLabel: { styleOverrides: { root: { '&:focus-visible': { borderRadius: 4 } } } },
  MuiChip: {
    styleOverrides: { root: { borderRadius: 6, fontSize: '0.813rem', fontWeight: 550, height: 24 } },
  },
  MuiSnackbarContent: {
    styleOverrides: {
      root: { borderRadius: 9, fontSize: '0.875rem' },
      message: { minWidth: 0, overflowWrap: 'anywhere' },
    },
  },
  MuiAlert: { styleOverrides: { root: { borderRadius: 9, fontSize: '0.875rem' } } },
}

export const surfaces: Overrides = { ...sheets, ...rows }
