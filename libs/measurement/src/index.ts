/** Numbers a hiring panel can stand on: the public face of the library. */
export type { Refusal, Result } from './result.ts'
export { distribution } from './numeric/distributions.ts'
