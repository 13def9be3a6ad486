import { getDocumentProxy } from 'unpdf'

/** Beyond it nobody looks for a résumé; the document says that its text is cut. */
const MOST_PAGES = 300

export interface RawText {
  text: string
  isCut: boolean
  pages: number | null
}

/**
 * The text of a PDF, page by page until there is enough. Nothing is drawn and nothing is fetched: no font is loaded,
 * no picture is decoded, no script or form of the document is looked at.
 */
export const readPdf = async (bytes: Uint8Array, enough: number): Promise<RawText> => {
  const pdf = await getDocumentProxy(bytes, {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  })
  const parts: string[] = []
  let length = 0
  let number = 1
  for (; number <= Math.min(pdf.numPages, MOST_PAGES) && length <= enough; number += 1) {
    const page = await pdf.getPage(number)
    const text = await textOf(page)
    page.cleanup()
    parts.push(text)
    length += text.length
  }
  return { text: parts.join('\n\n'), isCut: number <= pdf.numPages, pages: pdf.numPages }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

const textOf = async (page: Page): Promise<string> => {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}
