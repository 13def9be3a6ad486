import {
  type AnswerStructure,
  answerStructure,
  type Area,
  area,
  type Competency,
  competency,
  type LevelProfile,
  levelProfile,
  type Question,
  question,
  type Signal,
  signal,
} from '@assay/contracts'
import type { Cell, Sheet } from './sheet.ts'

type Columns<Row> = Sheet<Row>['columns']

interface Entry {
  id: string
  key: string | null
  createdAt: string
  updatedAt: string
  archivedAt: string | null
}

/** What every entry has, around what is its own. */
const entry = <Row extends Entry>(columns: Columns<Row>): Columns<Row> => ({
  id: (row) => row.id,
  key: (row) => row.key,
  ...columns,
  createdAt: (row) => row.createdAt,
  updatedAt: (row) => row.updatedAt,
  archivedAt: (row) => row.archivedAt,
})

const anchored = (anchors: readonly { level: number; text: string }[]): Cell =>
  anchors.map(({ level, text }) => `${level}: ${text}`)

export const AREAS: Sheet<Area> = {
  name: 'areas',
  row: area,
  columns: entry({
    name: (row) => row.name,
    definition: (row) => row.definition,
    position: (row) => row.position,
  }),
}

export const COMPETENCIES: Sheet<Competency> = {
  name: 'competencies',
  row: competency,
  columns: entry({
    name: (row) => row.name,
    definition: (row) => row.definition,
    forCandidates: (row) => row.forCandidates,
    strongBehaviours: (row) => row.strongBehaviours,
    weakBehaviours: (row) => row.weakBehaviours,
    anchors: (row) => anchored(row.anchors),
    areas: (row) => row.areas,
    templates: (row) => row.templates,
  }),
}

export const QUESTIONS: Sheet<Question> = {
  name: 'questions',
  row: question,
  columns: entry({
    title: (row) => row.title,
    prompt: (row) => row.prompt,
    intent: (row) => row.intent,
    expectedPoints: (row) => row.expectedPoints,
    seniorExtras: (row) => row.seniorExtras,
    redFlags: (row) => row.redFlags,
    followUps: (row) => row.followUps,
    anchors: (row) => anchored(row.anchors),
    minutes: (row) => row.minutes,
    levels: (row) => row.levels,
    competencyIds: (row) => row.competencies.map(({ competencyId }) => competencyId),
    structureIds: (row) => row.structureIds,
    areas: (row) => row.areas,
    tags: (row) => row.tags,
    templates: (row) => row.templates,
    asked: (row) => row.asked,
    lastAskedAt: (row) => row.lastAskedAt,
  }),
}

export const ANSWER_STRUCTURES: Sheet<AnswerStructure> = {
  name: 'answer-structures',
  row: answerStructure,
  columns: entry({
    name: (row) => row.name,
    purpose: (row) => row.purpose,
    steps: (row) => row.steps.map(({ text }) => text),
    templates: (row) => row.templates,
  }),
}

export const SIGNALS: Sheet<Signal> = {
  name: 'signals',
  row: signal,
  columns: entry({
    kind: (row) => row.kind,
    text: (row) => row.text,
    templates: (row) => row.templates,
  }),
}

export const LEVEL_PROFILES: Sheet<LevelProfile> = {
  name: 'level-profiles',
  row: levelProfile,
  columns: entry({
    name: (row) => row.name,
    level: (row) => row.level,
    description: (row) => row.description,
    competencies: (row) =>
      row.competencies.map(
        ({ competencyId, weight, bar }) => `${competencyId}: weight ${weight}, bar ${bar}`,
      ),
  }),
}
