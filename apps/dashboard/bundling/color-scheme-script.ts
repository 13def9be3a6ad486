import { readFileSync } from 'node:fs'
import type { HtmlTagDescriptor, Plugin } from 'vite'

const tag = (src: string): HtmlTagDescriptor => ({
  tag: 'script',
  attrs: { src, nonce: '__CSP_NONCE__' },
  injectTo: 'head-prepend',
})

/**
 * Puts one small classic script before everything else in the page. It must block: a module runs after the first
 * paint, and a person who chose dark would see a white page flash. It must be a file: inline scripts are refused.
 */
export const colorSchemeScript = (path: string): Plugin => {
  let reference: string | undefined
  let serving = false
  return {
    name: 'assay:color-scheme-script',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    buildStart() {
      if (serving) return
      reference = this.emitFile({
        type: 'asset',
        name: 'color-scheme.js',
        source: readFileSync(path, 'utf8'),
      })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle || !reference) return [tag('/src/theme/color-scheme.js')]
        const file = Object.values(bundle).find(
          (output) => output.type === 'asset' && output.names.includes('color-scheme.js'),
        )
        return [tag(`/${file?.fileName ?? ''}`)]
      },
    },
  }
}
