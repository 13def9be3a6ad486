import type { Board, Job } from '@assay/contracts'
import { DragDropContext, type DropResult } from '@hello-pangea/dnd'
import GroupsOutlined from '@mui/icons-material/GroupsOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetOne } from 'ra-core'
import { useSearchParams } from 'react-router'
import { usePermitted } from '../../api/current-session.ts'
import { Blank } from '../../components/Blank.tsx'
import { Choice } from '../../components/Choice.tsx'
import { PageLoading } from '../../components/PageLoading.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { useText } from '../../i18n/text.ts'
import { pageNonce } from '../../theme/page-nonce.ts'
import { JobViews } from '../JobViews.tsx'
import { LastChangeBar } from '../LastChangeBar.tsx'
import { type Carrying, useCarrying } from '../useCarrying.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { useBoard } from './useBoard.ts'

interface PipelineProps {
  job: Job
  board: Board
  carrying: Carrying
  onDropped: (id: string, stageId: string) => void
}

/** On a phone one stage at a time; which one stands in the address. */
const useShownStage = (stages: Board['stages']) => {
  const [search, setSearch] = useSearchParams()
  const shown = stages.find(({ id }) => id === search.get('stage')) ?? stages[0]
  const show = (id: string) => {
    setSearch(
      (before) => {
        before.set('stage', id)
        return before
      },
      { replace: true },
    )
  }
  return { shown, show }
}

const Pipeline = ({ job, board: { stages }, carrying, onDropped }: PipelineProps) => {
  const text = useText()
  const mayMove = usePermitted('applications.move')
  const { shown, show } = useShownStage(stages)
  const drop = ({ draggableId, source, destination }: DropResult) => {
    if (destination && destination.droppableId !== source.droppableId) {
      onDropped(draggableId, destination.droppableId)
    }
  }
  return (
    <>
      <Box sx={{ display: { md: 'none' }, mb: 2 }}>
        <Choice
          label={text('application.stage')}
          value={shown?.id ?? ''}
          options={stages.map(({ id, name, active }) => ({
            value: id,
            label: text('application.stageWith', { name, count: active }),
          }))}
          onChange={({ target }) => show(target.value)}
        />
      </Box>
      <DragDropContext
        onDragEnd={drop}
        {...(pageNonce && { nonce: pageNonce })}
        dragHandleUsageInstructions={text('application.dragKeys')}
      >
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: `repeat(${stages.length}, minmax(200px, 1fr))` },
            overflowX: { md: 'auto' },
            pb: 2,
          }}
        >
          {stages.map((stage) => (
            <Box
              key={stage.id}
              sx={{ minWidth: 0, display: { xs: stage.id === shown?.id ? 'block' : 'none', md: 'block' } }}
            >
              <BoardColumn
                jobId={job.id}
                stage={stage}
                stages={stages}
                carrying={carrying}
                mayMove={mayMove}
              />
            </Box>
          ))}
        </Box>
      </DragDropContext>
    </>
  )
}

const Inside = ({ job }: { job: Job }) => {
  const text = useText()
  const carrying = useCarrying()
  const { board, error, refetch, show } = useBoard(job.id)
  if (!board) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const nobody =
    board.stages.every(({ active }) => active === 0) &&
    Object.values(board.over).every((count) => count === 0)
  if (nobody) {
    return (
      <Blank icon={GroupsOutlined} title={text('application.noneTitle')}>
        {text('application.noneText')}
      </Blank>
    )
  }
  const dropped = (id: string, stageId: string) => {
    show(id, stageId)
    void carrying.carry([id], { do: 'move', stageId })
  }
  return (
    <>
      <Pipeline job={job} board={board} carrying={carrying} onDropped={dropped} />
      <Typography variant="body2" color="textSecondary">
        {text('application.over', board.over)}
      </Typography>
      <LastChangeBar carrying={carrying} />
    </>
  )
}

/** Who stands where in one job. */
export const BoardPage = ({ id }: { id: string }) => {
  const text = useText()
  const { data: job, error, refetch } = useGetOne<Job>('jobs', { id })
  if (!job) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <JobViews job={job} wide lead={text('application.boardLead')}>
      <Inside job={job} />
    </JobViews>
  )
}
