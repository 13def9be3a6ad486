import type { QuestionContent } from '../content.ts'
import { apiDataQuestions } from './api-data.ts'
import { apiDesignQuestions } from './api-design.ts'
import { incidentQuestions } from './behavioural-incidents.ts'
import { resultQuestions } from './behavioural-results.ts'
import { closingQuestions } from './closing.ts'
import { introductionQuestions } from './introduction.ts'
import { operationsQuestions } from './operations.ts'
import { platformQuestions } from './platform.ts'
import { pythonIdiomQuestions } from './python-idioms.ts'
import { pythonRuntimeQuestions } from './python-runtime.ts'

export const questions: readonly QuestionContent[] = [
  ...introductionQuestions,
  ...pythonRuntimeQuestions,
  ...pythonIdiomQuestions,
  ...apiDesignQuestions,
  ...apiDataQuestions,
  ...platformQuestions,
  ...operationsQuestions,
  ...incidentQuestions,
  ...resultQuestions,
  ...closingQuestions,
]
