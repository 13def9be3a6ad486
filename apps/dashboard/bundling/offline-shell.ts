import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { chunkOf, chunksOf, entryOf } from './chunks.ts'

/** Beside the code: the style sheet, its Latin letters, the icon, and the script that sets light or dark. */
const BESIDE = /\.css$|-latin-wght-.*\.woff2$|\.svg$|color-scheme-.*\.js$/

interface Shell {
  /** The service worker, as it is written. */
  worker: string
  /** The end of the name of the page's module. */
  page: string
}

/**
 * Writes the service worker: its list of what one page needs, and a version of that list. A build that changes any of it
 * is another worker to the browser, which then fetches the new files and drops the old.
 */
export const offlineShell = ({ worker, page }: Shell): Plugin => ({
  name: 'assay:offline-shell',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const entry = entryOf(bundle)
      // What the entry loads later are the other pages.
      const code = chunksOf(bundle, [entry, chunkOf(bundle, page)], (chunk) => chunk !== entry)
      const beside = Object.values(bundle).filter(
        ({ type, fileName }) => type === 'asset' && BESIDE.test(fileName),
      )
      const files = [...code, ...beside.map(({ fileName }) => fileName)].map((file) => `/${file}`).toSorted()
      const written = readFileSync(worker, 'utf8')
        .replace('__SHELL_ENTRY__', entry.fileName)
        .replace("['__SHELL_FILES__']", JSON.stringify(files))
      const html = bundle['index.html']
      const version = createHash('sha256').update(written)
      if (html?.type === 'asset') version.update(html.source)
      const source = written.replace('__SHELL_VERSION__', version.digest('hex').slice(0, 16))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  },
})
