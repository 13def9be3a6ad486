import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import '@fontsource-variable/hanken-grotesk'
import '@fontsource-variable/besley'
import { MODE_KEY, theme } from './theme.ts'

/** The page's nonce: browsers hide the attribute and keep the property. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
const cache = createCache({ key: 'assay', ...(nonce ? { nonce } : {}) })

// Fields that grow with their text have measured it in another face by the time the fonts are there.
document.fonts.addEventListener('loadingdone', () => dispatchEvent(new Event('resize')))

export const ThemedPage = ({ children }: { children: ReactNode }) => (
  <CacheProvider value={cache}>
    <ThemeProvider theme={theme} modeStorageKey={MODE_KEY} defaultMode="system" noSsr>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  </CacheProvider>
)
