import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(?:js|css|svg|json)$/
/** Below this a compressed copy saves less than the header that announces it. */
const WORTH_IT = 1_024

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const compress = async (file: string): Promise<void> => {
  const content = await readFile(file)
  if (content.length < WORTH_IT) return
  const quality = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  await writeFile(`${file}.br`, await brotli(content, { params: quality }))
  await writeFile(`${file}.gz`, await zip(content, { level: constants.Z_BEST_COMPRESSION }))
}

/** Writes each asset a second and third time, as .br and .gz, so that the server only picks a file. */
export const precompress = (): Plugin => ({
  name: 'assay:precompress',
  apply: 'build',
  async writeBundle({ dir = '.' }) {
    const assets = join(dir, 'assets')
    const names = (await readdir(assets)).filter((name) => COMPRESSIBLE.test(name))
    for (const name of names) await compress(join(assets, name))
  },
})
