import type { Board } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../api/request.ts'
import { APPLICATIONS_KEY } from '../application-commands.ts'

const keyOf = (jobId: string) => [...APPLICATIONS_KEY, 'board', jobId]

/** A job's pipeline, and a way to show a card where it was dropped until the server has answered. */
export const useBoard = (jobId: string) => {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(jobId),
    queryFn: async () => (await request<Board>(`/jobs/${jobId}/board`)).data,
  })
  const show = (id: string, stageId: string): void => {
    queries.setQueryData<Board>(keyOf(jobId), (board) => board && withMoved(board, id, stageId))
  }
  return { board: data, error, refetch, show }
}

const withMoved = (board: Board, id: string, stageId: string): Board => {
  const card = board.stages.flatMap(({ cards }) => cards).find((one) => one.id === id)
  if (!card) return board
  const stages = board.stages.map((stage) => {
    const rest = stage.cards.filter((one) => one.id !== id)
    const left = rest.length < stage.cards.length ? 1 : 0
    const came = stage.id === stageId ? 1 : 0
    return { ...stage, cards: came ? [...rest, card] : rest, active: stage.active - left + came }
  })
  return { ...board, stages }
}
