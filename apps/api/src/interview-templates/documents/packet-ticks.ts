import type { VersionContent, VersionStructure } from '@assay/contracts'
import type { Block } from '../../documents/document-definition.ts'
import { together } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { labelled, sideBySide } from './entries.ts'

/** What is ticked while listening, with a box for a pen. */
export const ticksOf = ({ structures, signals }: VersionContent): Block[] => {
  const blocks = [...structures.flatMap(structureOf), ...signalsOf(signals)]
  if (blocks.length === 0) return []
  const chapter: Block = {
    text: 'Ticked while listening',
    style: 'chapter',
    outline: true,
    pageBreak: 'before',
    margin: [0, 0, 0, 12],
  }
  return [chapter, ...blocks]
}

const structureOf = ({ name, purpose, steps }: VersionStructure): Block[] => [
  together([
    { text: name, style: 'heading', margin: [0, 0, 0, 3] },
    ...blocksOf(purpose),
    ...labelled(
      'In this order',
      steps.map(({ text }) => text),
      'ticked',
    ),
  ]),
  { text: '', margin: [0, 0, 0, 8] },
]

const signalsOf = (signals: VersionContent['signals']): Block[] => {
  const ofKind = (kind: (typeof signals)[number]['kind']): string[] =>
    signals.filter((signal) => signal.kind === kind).map(({ text }) => text)
  const lists = sideBySide(
    labelled('Strong signals', ofKind('strong'), 'ticked'),
    labelled('Red flags', ofKind('red_flag'), 'ticked'),
  )
  return lists.length === 0
    ? []
    : [together([{ text: 'Signals', style: 'heading', margin: [0, 0, 0, 2] }, ...lists])]
}
