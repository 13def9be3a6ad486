import pdfmake from 'pdfmake'
import { typefaces } from './typefaces.ts'
import type { Typeset } from './typeset.ts'

// Nothing is fetched and nothing is read by name, whatever a document asks for: its typefaces are laid in below.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

export const toPdf = async (document: Typeset): Promise<Uint8Array<ArrayBuffer>> => {
  const { fonts, files } = typefaces(document.typefaces)
  for (const [name, content] of files) pdfmake.virtualfs.writeFileSync(name, content)
  pdfmake.setFonts(fonts)
  pdfmake.setTableLayouts(document.layouts)
  return new Uint8Array(await pdfmake.createPdf(document.definition).getBuffer())
}
