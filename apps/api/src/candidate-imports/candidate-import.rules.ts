import type { ImportFormat, ImportMapping, ImportState } from '@assay/contracts'

export interface Verdict {
  allowed: boolean
  because: string
}

export interface ImportFacts {
  state: ImportState
  format: ImportFormat
  mapping: ImportMapping
  isCleared: boolean
  /** Of its rows, by the run. */
  outcomes: { error?: number | undefined }
}

export type ImportStep = 'change' | 'add' | 'check' | 'run' | 'stop' | 'remove'

/** In which states each step may be taken. */
const FROM: Record<ImportStep, readonly ImportState[]> = {
  change: ['mapping', 'checked', 'stopped'],
  add: ['mapping'],
  check: ['mapping', 'checked', 'stopped'],
  run: ['checked', 'stopped', 'done'],
  stop: ['checking', 'running'],
  remove: ['mapping', 'checked'],
}

const IN_WORDS: Record<ImportState, string> = {
  mapping: 'This import was not checked yet.',
  checking: 'This import is being checked: wait, or stop it first.',
  checked: 'This import waits to be run.',
  running: 'This import is running: wait, or stop it first.',
  done: 'This import is done.',
  stopped: 'This import was stopped after it had begun.',
}

const no = (because: string): Verdict => ({ allowed: false, because })

const holdsName = (mapping: ImportMapping): boolean =>
  mapping.some(({ to }) => to === 'name' || to === 'firstName' || to === 'lastName')

/** Whether a step may be taken now, and if not, why. */
export const judgeStep = (step: ImportStep, facts: ImportFacts): Verdict => {
  const { state, format, mapping, isCleared, outcomes } = facts
  if (isCleared) return no('What stood in this file is not kept any more. Read the file in again.')
  if (!FROM[step].includes(state)) return no(IN_WORDS[state])
  if (step === 'run' && state === 'done' && !outcomes.error) return no(IN_WORDS.done)
  if (step === 'add' && format !== 'json_resume')
    return no('Only résumés are added to an import, file by file.')
  if (step === 'check' && format === 'csv' && !holdsName(mapping))
    return no('Say which column holds the name.')
  return { allowed: true, because: '' }
}
