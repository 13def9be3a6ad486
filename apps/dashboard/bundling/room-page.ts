import type { Plugin } from 'vite'
import { chunkOf, chunksOf, entryOf } from './chunks.ts'

const END_OF_HEAD = '  </head>'

/**
 * Writes the page once more for the interview room, with the room's code named in it: the browser fetches it at once,
 * rather than when the entry has run and asks for it.
 * @param page the end of the name of the room's module
 */
export const roomPage = (page: string): Plugin => ({
  name: 'assay:room-page',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const html = bundle['index.html']
      if (html?.type !== 'asset') throw new Error('The build has no page.')
      const source = String(html.source)
      const links = [...chunksOf(bundle, [entryOf(bundle), chunkOf(bundle, page)])]
        .filter((file) => !source.includes(file))
        .map((file) => `    <link rel="modulepreload" crossorigin href="/${file}" nonce="__CSP_NONCE__">\n`)
      this.emitFile({
        type: 'asset',
        fileName: 'interview-room.html',
        source: source.replace(END_OF_HEAD, links.join('') + END_OF_HEAD),
      })
    },
  },
})
