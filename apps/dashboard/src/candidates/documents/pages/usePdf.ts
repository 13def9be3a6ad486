import { useEffect, useState } from 'react'
import { type ApiProblem, asProblem } from '../../../api/problem.ts'
import { requestFile } from '../../../api/request.ts'
import { openPdf, type OpenPdf, PdfRefused, type PdfRefusal } from './open-pdf.ts'

export type PdfState =
  | { is: 'awaited' }
  | { is: 'open'; file: OpenPdf['file'] }
  | { is: 'refused'; because: PdfRefusal }
  | { is: 'failed'; problem: ApiProblem }

/** A file of the server, opened as long as somebody looks at it. */
export const usePdf = (path: string): PdfState => {
  const [state, setState] = useState<PdfState>({ is: 'awaited' })
  useEffect(() => {
    let left = false
    let opened: OpenPdf | null = null
    const open = async (): Promise<PdfState> => {
      try {
        const file = await requestFile(path)
        opened = await openPdf(await file.arrayBuffer())
        return { is: 'open', file: opened.file }
      } catch (error) {
        if (error instanceof PdfRefused) return { is: 'refused', because: error.because }
        return { is: 'failed', problem: asProblem(error) }
      }
    }
    const show = async () => {
      const next = await open()
      if (left) opened?.close()
      else setState(next)
    }
    void show()
    return () => {
      left = true
      opened?.close()
    }
  }, [path])
  return state
}
