import { type BankEntries, MAX_SECTIONS, type VersionDraft, type VersionGap } from '@assay/contracts'
import { DragDropContext, type DropResult } from '@hello-pangea/dnd'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import { memo, useMemo, useState } from 'react'
import { ExplainedButton } from '../../components/ExplainedButton.tsx'
import { useText } from '../../i18n/text.ts'
import { pageNonce } from '../../theme/page-nonce.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { addSection, moveQuestion } from '../draft/draft-edits.ts'
import { newId } from '../draft/new-id.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'
import { Part } from './Part.tsx'
import { SectionCard } from './SectionCard.tsx'
import { whereItWent } from './useQuestionMoves.ts'

interface QuestionsPartProps extends Pick<VersionDraft, 'sections' | 'scale'> {
  entries: BankEntries['questions']
  gaps: readonly VersionGap[]
}

const NONE: readonly VersionGap[] = []

/** Where rows can be dropped is measured when a drag begins: the sections out of sight, too, in their real heights. */
const useMeasuring = () => {
  const [sections, setSections] = useState<HTMLElement | null>(null)
  return {
    setSections,
    begin: () => sections?.setAttribute('data-dragging', ''),
    end: () => sections?.removeAttribute('data-dragging'),
  }
}

const sectionsLook = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
  '&[data-dragging] > section': { contentVisibility: 'visible' },
} as const

const useDropping = (entries: BankEntries['questions']) => {
  const text = useText()
  const { step, snapshot } = useDraftEngine()
  const { follow } = useFollowing()
  return ({ draggableId, destination }: DropResult) => {
    if (!destination) return
    const { droppableId: sectionId, index: place } = destination
    const edit = moveQuestion(draggableId, { sectionId, place })
    const name = entries.get(draggableId)?.title ?? ''
    follow(draggableId, 'edit', whereItWent(edit(snapshot().draft), draggableId, name, text))
    step(edit)
  }
}

/** Sections and what is asked in them. */
export const QuestionsPart = memo(({ sections, scale, entries, gaps }: QuestionsPartProps) => {
  const text = useText()
  const { step } = useDraftEngine()
  const { follow } = useFollowing()
  const drop = useDropping(entries)
  const { setSections, begin, end } = useMeasuring()
  const bySection = useMemo(() => Map.groupBy(gaps, ({ at }) => at[0] ?? ''), [gaps])
  const add = () => {
    const id = newId()
    const title = text('templateEditor.section.fresh', { number: sections.length + 1 })
    follow(id, 'add', text('templateEditor.section.added', { title }))
    step(addSection(id, title))
  }
  return (
    <Part
      place="part-questions"
      title={text('templateEditor.part.questions')}
      about={text(
        sections.length === 0 ? 'templateEditor.empty.sections' : 'templateEditor.part.questionsAbout',
      )}
    >
      <DragDropContext
        onBeforeCapture={begin}
        onDragEnd={(result) => {
          end()
          drop(result)
        }}
        {...(pageNonce && { nonce: pageNonce })}
        dragHandleUsageInstructions={text('templateEditor.row.dragKeys')}
      >
        <Box ref={setSections} sx={sectionsLook}>
          {sections.map((section, place) => (
            <SectionCard
              key={section.id}
              section={section}
              entries={entries}
              scale={scale}
              place={place}
              count={sections.length}
              gaps={bySection.get(section.id) ?? NONE}
            />
          ))}
        </Box>
      </DragDropContext>
      <Box data-row="sections" sx={{ mt: 1.5 }}>
        <ExplainedButton
          variant={sections.length === 0 ? 'contained' : 'outlined'}
          size="small"
          data-part="add-section"
          startIcon={<AddOutlined />}
          missing={
            sections.length >= MAX_SECTIONS && text('templateEditor.add.full', { count: MAX_SECTIONS })
          }
          onClick={add}
        >
          {text('templateEditor.add.section')}
        </ExplainedButton>
      </Box>
    </Part>
  )
})
QuestionsPart.displayName = 'QuestionsPart'
