import { readFile } from 'node:fs/promises'
import { jsonResume } from '@assay/contracts'
import { jsonDepth } from '../../http/json-body.ts'
import { refuse, take, type Verdict } from './verdict.ts'

const LARGEST = 1_048_576
const DEEPEST = 20

/** JSON that follows the JSON Resume schema; all other JSON is refused. */
export const judgeJsonResume = async (path: string, bytes: number): Promise<Verdict> => {
  if (bytes > LARGEST) return refuse('This is JSON of more than 1 MB; no résumé is that long.')
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  if (jsonDepth(text) > DEEPEST) return refuse('This is JSON of more than 20 levels.')
  const content = parsed(text)
  if (content === undefined) return refuse('This begins like JSON, and is broken further down.')
  const resume = jsonResume.safeParse(content)
  if (resume.success) return take('json_resume')
  const [issue] = resume.error.issues
  return refuse(`This is JSON, but not a JSON Resume: ${placeOf(issue?.path)}${issue?.message}`)
}

const placeOf = (path: readonly PropertyKey[] = []): string =>
  path.length === 0 ? '' : `${path.map(String).join('.').slice(0, 100)}: `

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
