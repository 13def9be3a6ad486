import type { CandidateImportDetail, ImportMapping, ImportOptions } from '@assay/contracts'
import { useRef, useState } from 'react'
import { type ApiProblem, asProblem } from '../api/problem.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useImportCommands } from './import-requests.ts'

export interface Choices {
  mapping: ImportMapping
  options: ImportOptions
}

const choicesOf = ({ mapping, options }: CandidateImportDetail): Choices => ({ mapping, options })

/** Choices are saved as they are made, one saving after the other; what is chosen meanwhile goes with the next. */
export const useSavedImport = (saved: CandidateImportDetail) => {
  const commands = useImportCommands()
  const [choices, setChoices] = useState(() => choicesOf(saved))
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const wanted = useRef<Choices | null>(null)
  const running = useRef(false)
  const base = useRef(saved)
  useUnsaved(saving || problem !== null)

  const saveAll = async () => {
    running.current = true
    setSaving(true)
    setProblem(null)
    try {
      while (wanted.current !== null) {
        const next: Choices = wanted.current
        wanted.current = null
        base.current = await commands.save(base.current, next)
      }
    } catch (error) {
      const found = asProblem(error)
      setProblem(found)
      // Somebody else saved: theirs stands, and is shown.
      if (found.body.current) {
        base.current = found.body.current as CandidateImportDetail
        setChoices(choicesOf(base.current))
        await commands.refresh(saved.id)
      }
    } finally {
      setSaving(false)
      running.current = false
    }
  }
  const choose = (change: Partial<Choices>) => {
    const next = { ...choices, ...change }
    setChoices(next)
    wanted.current = next
    if (!running.current) void saveAll()
  }
  return { choices, choose, saving, problem }
}

export type SavedImport = ReturnType<typeof useSavedImport>
