import type { InterviewRoom } from '@assay/contracts'
import { createContext, useContext } from 'react'
import type { Edit } from './scorecard-edits.ts'

export interface RoomWork {
  change: (edit: Edit) => void
  /** False while nothing may be written. */
  mayWrite: boolean
  /** Opens the ratings at that competency with a fresh piece of evidence to write. */
  addEvidence: (competencyId: string, questionId: string | null) => void
  /** The competency whose anchors are open. */
  openCompetency: (id: string | null) => void
}

export const RoomWorkContext = createContext<RoomWork | null>(null)

/** It stays the same while one types: what takes it from here is not drawn again for a keystroke elsewhere. */
export const useRoomWork = (): RoomWork => {
  const work = useContext(RoomWorkContext)
  if (!work) throw new Error('There is no interview room around this.')
  return work
}

export type Kit = InterviewRoom['kit']
export type KitQuestion = Kit['sections'][number]['questions'][number]
export type KitCompetency = Kit['competencies'][number]

export const questionsOf = (kit: Kit): KitQuestion[] => kit.sections.flatMap(({ questions }) => questions)
