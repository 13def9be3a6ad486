import { getDocument, PasswordException, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- the bundler makes it: the worker as a file of its own
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url'

/** Why a file cannot be shown. */
export type PdfRefusal = 'encrypted' | 'corrupt'

export class PdfRefused extends Error {
  readonly because: PdfRefusal

  constructor(because: PdfRefusal) {
    super(`The file is ${because}.`)
    this.because = because
  }
}

export interface OpenPdf {
  file: PDFDocumentProxy
  /** Ends the worker, whatever it is doing. */
  close: () => void
}

interface ScriptPolicy {
  createScriptURL: (address: string) => string
}

interface TrustedTypes {
  createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy
}

/** Pages allow no worker by its address alone. This policy knows one address: that of the worker we ship. */
const onlyOurs: ScriptPolicy = {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new TypeError('This is not the script that reads PDFs.')
    return address
  },
}
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('assay-pdf', onlyOurs) ?? onlyOurs

/** Above this a picture is left out: decoding it would take the memory of the whole tab. */
const MAX_IMAGE_PIXELS = 40_000_000

/**
 * What is in the file is drawn and never run: pdf.js is given no scripting, no forms, no WebAssembly and no other address
 * to ask. Each file has a worker of its own, which ends with it.
 */
export const openPdf = async (bytes: ArrayBuffer): Promise<OpenPdf> => {
  const port = new Worker(policy.createScriptURL(workerAddress), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    data: bytes,
    worker,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    disableWorkerRendering: true,
  })
  const close = () => {
    void task.destroy().catch(() => undefined)
    worker.destroy()
    port.terminate()
  }
  try {
    return { file: await task.promise, close }
  } catch (error) {
    close()
    throw new PdfRefused(error instanceof PasswordException ? 'encrypted' : 'corrupt')
  }
}
