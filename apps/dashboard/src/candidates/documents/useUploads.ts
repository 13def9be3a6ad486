import { type DocumentKind, MAX_DOCUMENT_BYTES } from '@assay/contracts'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem, asProblem } from '../../api/problem.ts'
import { useUnsaved } from '../../components/useUnsaved.ts'
import { useDocumentCommands } from './document-requests.ts'

export interface FileOnItsWay {
  id: string
  file: File
  kind: DocumentKind
  state: 'waiting' | 'sending' | 'stored' | 'refused' | 'stopped'
  /** Of the file that has left, between 0 and 1. */
  share: number
  problem: ApiProblem | null
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

const begun = (file: File, kind: DocumentKind): FileOnItsWay => ({
  id: crypto.randomUUID(),
  file,
  kind,
  state: 'waiting',
  share: 0,
  problem: null,
})

/**
 * Files of a candidate, sent one after the other: one that is refused or given up does not stop the next, and stays here
 * to be tried again. The same file is not stored twice, so trying again after a silence is safe.
 */
export const useUploads = (candidateId: string) => {
  const commands = useDocumentCommands()
  const [files, setFiles] = useState<readonly FileOnItsWay[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const queue = useRef(Promise.resolve())
  useUnsaved(files.some(({ state }) => state === 'waiting' || state === 'sending'))
  useEffect(() => {
    const held = stops.current
    return () => {
      for (const stop of held.values()) stop.abort()
    }
  }, [])
  const tell = (id: string, news: Partial<FileOnItsWay>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...news } : one)))
  const send = async ({ id, file, kind }: FileOnItsWay, { signal }: AbortController): Promise<void> => {
    if (signal.aborted) return
    tell(id, { state: 'sending' })
    try {
      if (file.size > MAX_DOCUMENT_BYTES) throw new ApiProblem(413, 'file_too_large')
      await commands.add(candidateId, { file, kind, signal, onProgress: (share) => tell(id, { share }) })
      tell(id, { state: 'stored' })
    } catch (error) {
      tell(id, isAbort(error) ? { state: 'stopped' } : { state: 'refused', problem: asProblem(error) })
    }
  }
  const enqueue = (one: FileOnItsWay) => {
    const stop = new AbortController()
    stops.current.set(one.id, stop)
    queue.current = queue.current.then(async () => await send(one, stop))
  }
  return {
    files,
    add: (chosen: readonly File[], kind: DocumentKind) => {
      const added = chosen.map((file) => begun(file, kind))
      // What is over is not told again beside what comes now; what can be tried again stays.
      setFiles((all) => [...all.filter(({ state }) => state !== 'stored'), ...added])
      for (const one of added) enqueue(one)
    },
    stop: (id: string) => {
      stops.current.get(id)?.abort()
      tell(id, { state: 'stopped' })
    },
    again: (one: FileOnItsWay) => {
      tell(one.id, { state: 'waiting', share: 0, problem: null })
      enqueue(one)
    },
  }
}
