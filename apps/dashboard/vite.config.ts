import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { colorSchemeScript } from './bundling/color-scheme-script.ts'
import { offlineShell } from './bundling/offline-shell.ts'
import { precompress } from './bundling/precompress.ts'
import { roomChunks } from './bundling/room-chunks.ts'
import { roomPage } from './bundling/room-page.ts'

const ROOM = 'src/scorecards/InterviewRoomPage.tsx'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    colorSchemeScript(here('src/theme/color-scheme.js')),
    offlineShell({
      worker: here('src/offline/service-worker.js'),
      page: ROOM,
    }),
    roomPage(ROOM),
    precompress(),
  ],
  resolve: {
    alias: [
      { find: '@assay/contracts', replacement: here('../../libs/contracts/src/index.ts') },
      // Each of these says in its file what it replaces and why.
      { find: /^zod$/, replacement: here('bundling/zod-without-eval.ts') },
      { find: /^react-router-dom$/, replacement: here('bundling/react-router-dom.ts') },
      { find: /^object\.entries$/, replacement: here('bundling/object-entries.cjs') },
      { find: /^hasown$/, replacement: here('bundling/hasown.cjs') },
    ],
  },
  // The server puts a fresh nonce in place of this word in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: here('../../dist/dashboard'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Its polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Inlined assets would need data: in more places than images.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            roomChunks({
              entry: here('src/main.tsx'),
              signIn: here('src/sessions/SignInPage.tsx'),
              room: here(ROOM),
            }),
          ],
        },
      },
      treeshake: {
        // Shapes only describe; one that nobody imports is not shipped.
        moduleSideEffects: [{ test: /libs\/contracts\/src/, sideEffects: false }],
      },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
})
