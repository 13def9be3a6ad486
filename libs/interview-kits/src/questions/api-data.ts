import type { QuestionContent } from '../content.ts'
import { apiDataAccessQuestions } from './api-data-access.ts'
import { apiDataMessagingQuestions } from './api-data-messaging.ts'

export const apiDataQuestions: readonly QuestionContent[] = [
  ...apiDataAccessQuestions,
  ...apiDataMessagingQuestions,
]
