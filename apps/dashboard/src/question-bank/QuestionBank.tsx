import { Navigate, Route, Routes } from 'react-router'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { answerStructures } from './answer-structures/answer-structures.ts'
import { AreaList } from './areas/AreaList.tsx'
import { competencies } from './competencies/competencies.ts'
import { entryRoutes } from './entry-routes.tsx'
import { levelProfiles } from './level-profiles/level-profiles.ts'
import { questions } from './questions/questions.ts'
import { signals } from './signals/signals.ts'

/** What to ask, what it reveals, and what each level of an answer looks like. */
export const QuestionBank = () => (
  <Permitted permission="question-bank.read">
    <Routes>
      <Route index element={<Navigate to="/question-bank/questions" replace />} />
      {entryRoutes(questions)}
      {entryRoutes(competencies)}
      {entryRoutes(answerStructures)}
      {entryRoutes(signals)}
      {entryRoutes(levelProfiles)}
      <Route path="areas" element={<AreaList />} />
      <Route path="*" element={<NotFoundState />} />
    </Routes>
  </Permitted>
)
