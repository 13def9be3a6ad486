import type { BankEntries, Scale, VersionGap } from '@assay/contracts'
import { Droppable } from '@hello-pangea/dnd'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { memo, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import type { DraftSection } from '../draft/draft-edits.ts'
import { QuestionPicker } from '../picking/QuestionPicker.tsx'
import { QuestionRow } from './QuestionRow.tsx'
import { SectionHead } from './SectionHead.tsx'

export interface SectionCardProps {
  section: DraftSection
  entries: BankEntries['questions']
  scale: Scale
  place: number
  count: number
  gaps: readonly VersionGap[]
}

const card = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  bgcolor: 'background.paper',
  minWidth: 0,
  // What is out of sight costs nothing while something in sight moves.
  contentVisibility: 'auto',
} as const

/** Until it was in sight once, a section takes at least the room that it will need on a phone. */
const room = (questions: number) => ({ containIntrinsicHeight: `auto ${160 + questions * 150}px` })

const Rows = ({ section, entries, scale, place, count, gaps }: SectionCardProps) => {
  const { questions } = section
  return questions.map((asked, index) => {
    const entry = entries.get(asked.questionId)
    return (
      entry && (
        <QuestionRow
          key={asked.questionId}
          asked={asked}
          entry={entry}
          scale={scale}
          place={index}
          first={place === 0 && index === 0}
          last={place === count - 1 && index === questions.length - 1}
          gaps={gaps.filter(({ at }) => at[1] === asked.questionId).length}
        />
      )
    )
  })
}

const List = (props: SectionCardProps) => {
  const text = useText()
  const { section } = props
  return (
    <Droppable droppableId={section.id}>
      {(provided, { isDraggingOver }) => (
        <Box
          component="ol"
          ref={provided.innerRef}
          {...provided.droppableProps}
          aria-label={text('templateEditor.section.questionsOf', { title: section.title })}
          sx={{
            m: 0,
            p: 0,
            minHeight: 12,
            bgcolor: isDraggingOver ? 'tint.verdigris' : 'transparent',
            '& > li': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Rows {...props} />
          {provided.placeholder}
        </Box>
      )}
    </Droppable>
  )
}

/** One section: its title and guidance, its questions in order, and the way to add more. */
export const SectionCard = memo((props: SectionCardProps) => {
  const text = useText()
  const { section, place, count } = props
  const [adding, setAdding] = useState(false)
  const isEmpty = section.questions.length === 0
  return (
    <Box component="section" data-row={section.id} sx={card} style={room(section.questions.length)}>
      <SectionHead section={section} place={place} count={count} />
      <List {...props} />
      <Box sx={{ px: 1.5, py: 1, borderTop: 1, borderColor: 'divider' }}>
        {isEmpty && (
          <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
            {text('templateEditor.empty.section')}
          </Typography>
        )}
        <Button
          size="small"
          data-part="add"
          variant={isEmpty ? 'outlined' : 'text'}
          startIcon={<AddOutlined />}
          onClick={() => setAdding(true)}
        >
          {text('templateEditor.add.questions')}
        </Button>
      </Box>
      {adding && <QuestionPicker section={section} onClose={() => setAdding(false)} />}
    </Box>
  )
})
SectionCard.displayName = 'SectionCard'
