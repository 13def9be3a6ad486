export * from './content.ts'
export { areas } from './areas.ts'
export { competencies } from './competencies/index.ts'
export { signals } from './signals.ts'
export { answerStructures } from './answer-structures.ts'
export { questions } from './questions/index.ts'
export { interviewKits } from './kits/index.ts'
export { levelProfiles } from './level-profiles.ts'

/** Of the words as a whole, so that an organization can see which edition its content was made from. */
export const kitsVersion = '2026.1'
