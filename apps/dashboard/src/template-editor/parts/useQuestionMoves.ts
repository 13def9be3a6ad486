import type { VersionDraft } from '@assay/contracts'
import { useText, type Text } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { moveQuestion, placeOf, stepFrom, type QuestionPlace } from '../draft/draft-edits.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'

/** "“GIL” is now question 2 of 4 in Warm-up." */
export const whereItWent = (draft: VersionDraft, questionId: string, name: string, text: Text): string => {
  const at = placeOf(draft, questionId)
  const section = draft.sections.find(({ id }) => id === at?.sectionId)
  if (!at || !section) return ''
  const { title, questions } = section
  return text('templateEditor.moved.question', {
    name,
    place: at.place + 1,
    count: questions.length,
    section: title,
  })
}

/** Moving a question without a mouse: the focus stays on the button, and a voice says where it went. */
export const useQuestionMoves = (questionId: string, name: string) => {
  const text = useText()
  const { step, snapshot } = useDraftEngine()
  const { follow } = useFollowing()
  const move = (to: QuestionPlace | null, part: string) => {
    if (!to) return
    const edit = moveQuestion(questionId, to)
    follow(questionId, part, whereItWent(edit(snapshot().draft), questionId, name, text))
    step(edit)
  }
  return {
    byOne: (by: 1 | -1) => move(stepFrom(snapshot().draft, questionId, by), by === 1 ? 'down' : 'up'),
    toSection: (sectionId: string) => {
      const section = snapshot().draft.sections.find(({ id }) => id === sectionId)
      move({ sectionId, place: section?.questions.length ?? 0 }, 'to-section')
    },
  }
}
