import { extractText, getDocumentProxy, getMeta } from 'unpdf'

export interface ReadPdf {
  pages: string[]
  title: unknown
  author: unknown
  language: unknown
}

/** What a PDF says, read back with another library than the one that made it. */
export const readPdf = async (pdf: Buffer): Promise<ReadPdf> => {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document, { mergePages: false })
  const { info } = await getMeta(document)
  return { pages: text, title: info['Title'], author: info['Author'], language: info['Language'] }
}

/** A text as it can be compared: without the marks of Markdown, wherever its lines were or may be broken. */
export const bare = (text: string): string => text.replace(/[*`_\\#\s\u200B]/g, '').toLowerCase()

/** All that the pages say, without what stands in the foot of each. */
export const bareText = ({ pages }: ReadPdf, foot: string): string =>
  pages
    .map((page, place) =>
      bare(page)
        .replace(bare(foot), '')
        .replace(bare(`Page ${place + 1} of ${pages.length}`), ''),
    )
    .join('')
