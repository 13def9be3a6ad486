import type { Application } from '@assay/contracts'
import { Draggable } from '@hello-pangea/dnd'
import DragIndicatorOutlined from '@mui/icons-material/DragIndicatorOutlined'
import Box from '@mui/material/Box'
import { memo } from 'react'
import { Moment } from '../../components/Moment.tsx'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { applicationAddress } from '../application-commands.ts'
import { CommandMenu } from '../CommandMenu.tsx'
import { HeldBackMark } from '../HeldBackMark.tsx'
import type { Carrying } from '../useCarrying.ts'

interface BoardCardProps {
  card: Application
  place: number
  stages: readonly { id: string; name: string }[]
  carrying: Carrying
  mayMove: boolean
}

const Facts = ({ card }: { card: Application }) => (
  <Box sx={{ minWidth: 0, flexGrow: 1 }}>
    <TextLink
      to={applicationAddress(card.id)}
      underline="hover"
      sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}
    >
      {card.candidate.name}
    </TextLink>
    <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>
      <Moment at={card.enteredStageAt} relative />
      {card.source && ` · ${card.source}`}
    </Box>
    {card.heldBack && <HeldBackMark />}
  </Box>
)

/** Somebody in a stage: who, since when. */
export const BoardCard = memo(({ card, place, stages, carrying, mayMove }: BoardCardProps) => {
  const text = useText()
  const { name } = card.candidate
  return (
    <Draggable draggableId={card.id} index={place} isDragDisabled={!mayMove || card.heldBack}>
      {(provided, { isDragging }) => (
        <Box
          component="li"
          ref={provided.innerRef}
          {...provided.draggableProps}
          sx={{
            listStyle: 'none',
            display: 'flex',
            alignItems: 'flex-start',
            gap: 0.5,
            p: 1,
            mb: 1,
            border: 1,
            borderColor: isDragging ? 'primary.main' : 'divider',
            borderRadius: 1,
            bgcolor: 'background.paper',
          }}
        >
          {mayMove && !card.heldBack && (
            <Box
              {...provided.dragHandleProps}
              aria-label={text('application.drag', { name })}
              sx={{ display: { xs: 'none', md: 'grid' }, color: 'surface.control', cursor: 'grab', mt: 0.25 }}
            >
              <DragIndicatorOutlined aria-hidden sx={{ fontSize: 20 }} />
            </Box>
          )}
          <Facts card={card} />
          <CommandMenu application={card} stages={stages} carrying={carrying} />
        </Box>
      )}
    </Draggable>
  )
})
