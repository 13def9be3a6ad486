import type { TemplateImport } from '@assay/contracts'
import { useRef, useState } from 'react'
import { asProblem, type ApiProblem } from '../api/problem.ts'
import { useTemplateCommands } from './template-commands.ts'

/** The server takes a body of 1 MB. */
export const MAX_FILE_BYTES = 1_000_000
const WAIT_MS = 400

export interface Wanted {
  templateId?: string
  name?: string
}
export interface Tried {
  file: unknown
  wanted: Wanted
}
export type Unreadable = { because: 'not_json' } | { because: 'too_large'; bytes: number }

/** Of another encoding the letters could only be guessed. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

const nameIn = (file: unknown): string => {
  const name = typeof file === 'object' && file !== null && 'name' in file ? file.name : null
  return typeof name === 'string' ? name : ''
}

/** A file as it was chosen, where it goes, and what the server said would happen. The last answer wins. */
export const useImportTrial = () => {
  const commands = useTemplateCommands()
  const [tried, setTried] = useState<Tried | null>(null)
  const [result, setResult] = useState<TemplateImport | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [trying, setTrying] = useState(false)
  const [unreadable, setUnreadable] = useState<Unreadable | null>(null)
  const last = useRef(0)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)

  const attempt = async (next: Tried): Promise<void> => {
    const turn = (last.current += 1)
    try {
      const { templateId, name } = next.wanted
      const place = templateId === undefined ? { name } : { templateId }
      const found = await commands.import({ ...place, file: next.file, dryRun: true })
      if (turn === last.current) {
        setResult(found)
        setProblem(null)
      }
    } catch (error) {
      if (turn === last.current) setProblem(asProblem(error))
    } finally {
      if (turn === last.current) setTrying(false)
    }
  }

  const begin = (next: Tried, wait: number): void => {
    setTried(next)
    setTrying(true)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => void attempt(next), wait)
  }

  const read = async (file: File): Promise<void> => {
    setTried(null)
    setResult(null)
    setProblem(null)
    setUnreadable(null)
    if (file.size > MAX_FILE_BYTES) {
      setUnreadable({ because: 'too_large', bytes: file.size })
      return
    }
    try {
      const content: unknown = JSON.parse(utf8.decode(await file.arrayBuffer()))
      begin({ file: content, wanted: { name: nameIn(content) } }, 0)
    } catch {
      setUnreadable({ because: 'not_json' })
    }
  }

  return {
    tried,
    wanted: tried?.wanted ?? {},
    result,
    problem,
    trying,
    unreadable,
    read,
    /** Typing a name tries again after a pause. */
    place: (wanted: Wanted) => tried && begin({ file: tried.file, wanted }, WAIT_MS),
  }
}
