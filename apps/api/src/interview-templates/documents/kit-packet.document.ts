import type { VersionContent, VersionStatus } from '@assay/contracts'
import type { DocumentDefinition } from '../../documents/document-definition.ts'
import { competenciesOf } from './packet-competencies.ts'
import { coverOf } from './packet-cover.ts'
import { sectionsOf } from './packet-questions.ts'
import { ticksOf } from './packet-ticks.ts'
import { dayInWords, markOf } from './version-foot.ts'

export interface KitPacket {
  name: string
  /** Markdown. */
  purpose: string
  number: number
  status: VersionStatus
  organization: string
  content: VersionContent
  madeAt: Date
}

/** Everything that an interviewer takes into the room, on paper. For the panel only: it holds questions and anchors. */
export const kitPacket = (packet: KitPacket): DocumentDefinition => ({
  title: `${packet.name}: kit packet`,
  author: packet.organization,
  language: 'en',
  foot: [packet.name, `version ${packet.number}`, dayInWords(packet.madeAt), 'For interviewers only'],
  madeAt: packet.madeAt,
  mark: markOf(packet.status),
  content: [
    ...coverOf(packet),
    ...competenciesOf(packet.content),
    ...sectionsOf(packet.content),
    ...ticksOf(packet.content),
  ],
})
