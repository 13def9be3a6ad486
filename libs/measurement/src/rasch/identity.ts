import { sha256 } from '../numeric/sha256.ts'
import type { Panel } from './panel.ts'

/**
 * The model and its numerics under one name. It changes whenever any figure could change for the same input:
 * the same input, the same version and the same platform give the same output, so a figure once shown can be recomputed.
 */
export const ENGINE_VERSION = 'assay-rasch-5/1.1.0'

const bytesOf = (columns: readonly Int32Array[], text: string): Uint8Array => {
  const head = new TextEncoder().encode(text)
  const rows = columns[0]!.length
  const bytes = new Uint8Array(head.length + rows * columns.length * 4)
  bytes.set(head)
  const view = new DataView(bytes.buffer)
  for (const [c, column] of columns.entries()) {
    const at = head.length + c * rows * 4
    for (let o = 0; o < rows; o++) view.setInt32(at + o * 4, column[o]!, true)
  }
  return bytes
}

/**
 * SHA-256 of everything a run depends on: the ratings in their sorted order, the scales, and the settings.
 *
 * The order of the rows, of object keys and not-assessed marks do not enter; names, levels, weights and settings do.
 */
export const inputHash = (panel: Panel, settings: unknown): string => {
  const { candidates, interviewers, questions, competencies, scales, levels } = panel
  const text = JSON.stringify([candidates, interviewers, questions, competencies, scales, levels, settings])
  const { candidate, interviewer, question, competency, scale, category } = panel
  return sha256(bytesOf([candidate, interviewer, question, competency, scale, category], text))
}
