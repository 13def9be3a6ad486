import { decoded } from './decoded.ts'
import { readCsv } from './read-csv.ts'
import { readJsonResumes } from './read-json-resumes.ts'
import { type ReadingAnswer, type ReadingOrder, unread } from './read-rows.ts'

/** By its first sign: a list or an object of JSON, or else a table. */
export const readImport = async (order: ReadingOrder): Promise<ReadingAnswer> => {
  const file = await decoded(order.path)
  if ('because' in file) return unread(file.because)
  const start = file.text.trimStart()[0]
  return start === '{' || start === '[' ? readJsonResumes(file, order) : readCsv(file, order)
}
