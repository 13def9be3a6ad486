import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import '@fontsource-variable/hanken-grotesk'
import '@fontsource-variable/besley'
import { pageNonce } from './page-nonce.ts'
import { MODE_KEY, theme } from './theme.ts'

const cache = createCache({ key: 'assay', ...(pageNonce ? { nonce: pageNonce } : {}) })

export const ThemedPage = ({ children }: { children: ReactNode }) => (
  <CacheProvider value={cache}>
    <ThemeProvider theme={theme} modeStorageKey={MODE_KEY} defaultMode="system" noSsr>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  </CacheProvider>
)
