import type { Text } from '../../i18n/text.ts'
import { type Kit, questionsOf } from '../room-context.ts'

/** A place of the draft in words: fields and ids from the outside in. */
export const placeWords = (path: readonly string[], kit: Kit, text: Text): string => {
  const [field, id, inner] = path
  const question = questionsOf(kit).find((one) => one.id === id)
  const competency = kit.competencies.find((one) => one.id === id)
  if (field === 'questions' && question && inner === 'notes') {
    return text('scorecard.place.notes', { name: question.title })
  }
  if (field === 'ratings' && competency) {
    const key = inner === 'evidence' ? 'scorecard.place.evidence' : 'scorecard.place.rating'
    return text(key, { name: competency.name })
  }
  if (
    field === 'summary' ||
    field === 'privateNotes' ||
    field === 'recommendation' ||
    field === 'confidence'
  ) {
    return text(`scorecard.place.${field}`)
  }
  return text('scorecard.place.other')
}
