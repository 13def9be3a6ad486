import { normalQuantile } from './normal.ts'

/** A stream of random numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** Uniform on (0, 1), 53 bits, never 0 or 1. */
  readonly uniform: () => number
  /** Standard normal, by inversion. */
  readonly normal: () => number
}

/** FNV-1a over the text, to spread a seed of any kind over 32 bits. */
const scramble = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/**
 * Seeded random numbers: sfc32 (C. Doty-Humphrey, PractRand 2010), 128 bits of state.
 *
 * @param seed any text or number; the same seed gives the same stream
 */
export const seeded = (seed: string | number): Random => {
  let [a, b, c] = [scramble(`a${seed}`), scramble(`b${seed}`), scramble(`c${seed}`)]
  let counter = 1
  const next = (): number => {
    const t = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return t >>> 0
  }
  for (let i = 0; i < 15; i++) next()
  const uniform = (): number => ((next() >>> 6) * 134_217_728 + (next() >>> 5) + 0.5) / 9_007_199_254_740_992
  return { uniform, normal: () => normalQuantile(uniform()) }
}
