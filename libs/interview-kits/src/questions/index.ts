import type { QuestionContent } from '../content.ts'
import { incidentQuestions } from './behavioural-incidents.ts'
import { resultQuestions } from './behavioural-results.ts'
import { closingQuestions } from './closing.ts'
import { introductionQuestions } from './introduction.ts'

export const questions: readonly QuestionContent[] = [
  ...introductionQuestions,
  ...incidentQuestions,
  ...resultQuestions,
  ...closingQuestions,
]
