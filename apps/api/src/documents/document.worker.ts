import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { DocumentDefinition } from './document-definition.ts'
import { typefaces } from './typefaces.ts'
import { typeset } from './typeset.ts'

// Nothing is fetched and nothing is read by name: typefaces are laid in below, and a document holds nothing else.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

const { definition, layouts, typefaces: used } = typeset(workerData as DocumentDefinition)
const { fonts, files } = typefaces(used)
for (const [name, content] of files) pdfmake.virtualfs.writeFileSync(name, content)
pdfmake.setFonts(fonts)
pdfmake.setTableLayouts(layouts)
const pdf = new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
parentPort!.postMessage(pdf, [pdf.buffer])
