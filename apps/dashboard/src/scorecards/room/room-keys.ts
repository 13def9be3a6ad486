import type { RatingLevel, Scale } from '@assay/contracts'

/** What a key does, apart from what a browser does with it. */
export type KeyWish =
  | { kind: 'go'; by: 1 | -1 }
  | { kind: 'rate'; level: RatingLevel }
  | { kind: 'notes' | 'evidence' | 'help' | 'submit' | 'leave' }

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  /** A field is being written in. */
  inField: boolean
}

const LETTERS: Record<string, KeyWish> = {
  j: { kind: 'go', by: 1 },
  k: { kind: 'go', by: -1 },
  n: { kind: 'notes' },
  e: { kind: 'evidence' },
  '?': { kind: 'help' },
  '0': { kind: 'rate', level: 'not_assessed' },
}

/** Null for a key that is none of ours. Submitting works from everywhere, the rest while no field is written in. */
export const wishOf = ({ key, ctrlKey, metaKey, altKey, inField }: Pressed, scale: Scale): KeyWish | null => {
  if (key === 'Enter' && (ctrlKey || metaKey)) return { kind: 'submit' }
  if (key === 'Escape' && inField) return { kind: 'leave' }
  if (inField || ctrlKey || metaKey || altKey) return null
  const level = Number(key)
  if (Number.isInteger(level) && level >= 1 && level <= scale) {
    return { kind: 'rate', level: level as RatingLevel }
  }
  return LETTERS[key.toLowerCase()] ?? null
}

/** Where one may stop, in the order of the page; those out of sight on a phone are left out. */
export const stopsIn = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) => stop.offsetParent !== null)

export const stopAround = (target: Element | null): HTMLElement | null =>
  target?.closest<HTMLElement>('[data-stop]') ?? null

/** `competency:` and `question:` before an id. */
export const idIn = (stop: HTMLElement | null, kind: 'competency' | 'question'): string | null => {
  const [named, id] = (stop?.dataset['stop'] ?? '').split(':')
  return named === kind ? (id ?? null) : null
}
