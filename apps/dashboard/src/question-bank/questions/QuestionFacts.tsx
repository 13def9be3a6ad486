import type { Question } from '@assay/contracts'
import { useText } from '../../i18n/text.ts'
import { levelSpan } from '../job-levels.ts'
import { MissingAnchors } from '../MissingAnchors.tsx'

export const QuestionFacts = ({ row: { minutes, levels, anchors } }: { row: Question }) => {
  const text = useText()
  return (
    <>
      <MissingAnchors anchors={anchors} />
      <span>{text('bank.minutes', { smart_count: minutes })}</span>
      <span>{levelSpan(levels, text)}</span>
    </>
  )
}
