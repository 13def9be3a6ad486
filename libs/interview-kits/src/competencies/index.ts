import type { CompetencyContent } from '../content.ts'
import { conversationCompetencies } from './conversation.ts'
import { craftCompetencies } from './craft.ts'
import { judgementCompetencies } from './judgement.ts'
import { operationCompetencies } from './operation.ts'

export const competencies: readonly CompetencyContent[] = [
  ...judgementCompetencies,
  ...operationCompetencies,
  ...conversationCompetencies,
  ...craftCompetencies,
]
