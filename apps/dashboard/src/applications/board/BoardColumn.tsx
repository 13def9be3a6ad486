import type { Board } from '@assay/contracts'
import { Droppable } from '@hello-pangea/dnd'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { tableAddress } from '../application-commands.ts'
import type { Carrying } from '../useCarrying.ts'
import { BoardCard } from './BoardCard.tsx'

type Stage = Board['stages'][number]

interface BoardColumnProps {
  jobId: string
  stage: Stage
  stages: readonly Stage[]
  carrying: Carrying
  mayMove: boolean
}

const Head = ({ stage: { name, active, requiresScorecards }, id }: { stage: Stage; id: string }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, px: 0.5, mb: 1 }}>
      <Typography variant="subtitle2" component="h2" id={id} sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {active}
      </Box>
      {requiresScorecards && (
        <Tooltip title={text('application.asksForScorecards')}>
          <FactCheckOutlined
            titleAccess={text('application.asksForScorecards')}
            sx={{ fontSize: 16, color: 'text.secondary', ml: 'auto' }}
          />
        </Tooltip>
      )}
    </Box>
  )
}

const More = ({ jobId, stage: { id, active, cards } }: { jobId: string; stage: Stage }) => {
  const text = useText()
  if (active <= cards.length) return null
  const filter = encodeURIComponent(JSON.stringify({ stageId: id, status: 'active' }))
  return (
    <Typography variant="body2" color="textSecondary" sx={{ px: 0.5, pb: 1 }}>
      {text('application.more', { cards: cards.length, active })}{' '}
      <TextLink to={`${tableAddress(jobId)}?filter=${filter}`}>{text('application.toAll')}</TextLink>
    </Typography>
  )
}

/** One stage of the pipeline with those who are in it. */
export const BoardColumn = ({ jobId, stage, stages, carrying, mayMove }: BoardColumnProps) => {
  const text = useText()
  const id = useId()
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Head stage={stage} id={id} />
      <Droppable droppableId={stage.id}>
        {(provided, { isDraggingOver }) => (
          <Box
            component="ul"
            ref={provided.innerRef}
            {...provided.droppableProps}
            sx={{
              m: 0,
              p: 1,
              minHeight: 96,
              borderRadius: 1.5,
              bgcolor: isDraggingOver ? 'tint.verdigris' : 'surface.sunken',
            }}
          >
            {stage.cards.map((card, place) => (
              <BoardCard
                key={card.id}
                card={card}
                place={place}
                stages={stages}
                carrying={carrying}
                mayMove={mayMove}
              />
            ))}
            {provided.placeholder}
            {stage.cards.length === 0 && !isDraggingOver && (
              <Box
                component="li"
                sx={{ listStyle: 'none', color: 'text.secondary', p: 1, fontSize: '0.875rem' }}
              >
                {text('application.nobody')}
              </Box>
            )}
          </Box>
        )}
      </Droppable>
      <More jobId={jobId} stage={stage} />
    </Box>
  )
}
