import type { Question } from '@assay/contracts'
import { formatDate } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { levelSpan } from '../job-levels.ts'
import { MissingAnchors } from '../MissingAnchors.tsx'

export const QuestionFacts = ({
  row: { minutes, levels, anchors, asked, lastAskedAt },
}: {
  row: Question
}) => {
  const text = useText()
  return (
    <>
      <MissingAnchors anchors={anchors} />
      <span>{text('bank.minutes', { smart_count: minutes })}</span>
      <span>{levelSpan(levels, text)}</span>
      {lastAskedAt !== null && (
        <span>{text('bank.asked', { smart_count: asked, date: formatDate(lastAskedAt) })}</span>
      )}
    </>
  )
}
