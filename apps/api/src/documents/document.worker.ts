import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentDefinition } from './document-definition.ts'
import { toPdf } from './to-pdf.ts'
import { typeset } from './typeset.ts'

const pdf = await toPdf(typeset(workerData as DocumentDefinition))
parentPort!.postMessage(pdf, [pdf.buffer])
