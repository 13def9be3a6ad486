import type { Rolldown } from 'vite'

export type Bundle = Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>

const chunksIn = (bundle: Bundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((output) => output.type === 'chunk')

/** What every page starts with. */
export const entryOf = (bundle: Bundle): Rolldown.OutputChunk => {
  const entry = chunksIn(bundle).find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('The build has no entry.')
  return entry
}

/** @param page the end of the name of its module */
export const chunkOf = (bundle: Bundle, page: string): Rolldown.OutputChunk => {
  const chunk = chunksIn(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith(page))
  if (!chunk) throw new Error(`The build has no ${page}: was it renamed?`)
  return chunk
}

/**
 * The files of these chunks and of all that they import.
 * @param later whether what this chunk imports later belongs to it
 */
export const chunksOf = (
  bundle: Bundle,
  starts: readonly Rolldown.OutputChunk[],
  later: (chunk: Rolldown.OutputChunk) => boolean = () => false,
): Set<string> => {
  const files = new Set<string>()
  const visit = (file: string): void => {
    const chunk = bundle[file]
    if (files.has(file) || chunk?.type !== 'chunk') return
    files.add(file)
    for (const other of chunk.imports) visit(other)
    if (later(chunk)) for (const other of chunk.dynamicImports) visit(other)
  }
  for (const { fileName } of starts) visit(fileName)
  return files
}
