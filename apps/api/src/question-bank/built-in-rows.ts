import { fold } from '@assay/contracts'
import {
  answerStructures,
  areas,
  competencies,
  kitsVersion,
  levelProfiles,
  questions,
  signals,
} from '@assay/interview-kits'

/** One table's part of the built-in content: its columns with their types, and a row per key. */
export interface BuiltInTable {
  table: string
  columns: Record<string, string>
  rows: readonly Record<string, unknown>[]
}

/** Rows that link a new entry with others, all named by key. */
export interface BuiltInLinks {
  owner: string
  statement: string
  rows: readonly ({ owner: string } & Record<string, unknown>)[]
}

const common = (key: string, name: string, words: string) => ({
  key,
  built_in_version: kitsVersion,
  folded_name: fold(name),
  search_text: fold(`${name}\n${words}`),
})

const COMMON = { id: 'uuid', key: 'text', built_in_version: 'text', folded_name: 'text', search_text: 'text' }

export const builtInTables: readonly BuiltInTable[] = [
  {
    table: 'areas',
    columns: { ...COMMON, name: 'text', definition: 'text', position: 'int' },
    rows: areas.map(({ key, name, definition }, position) => ({
      ...common(key, name, definition),
      name,
      definition,
      position,
    })),
  },
  {
    table: 'competencies',
    columns: {
      ...COMMON,
      name: 'text',
      definition: 'text',
      for_candidates: 'text',
      strong_behaviours: 'jsonb',
      weak_behaviours: 'jsonb',
      anchors: 'jsonb',
      areas: 'jsonb',
    },
    rows: competencies.map((one) => ({
      ...one,
      ...common(one.key, one.name, one.definition),
      for_candidates: one.forCandidates,
      strong_behaviours: one.strongBehaviours,
      weak_behaviours: one.weakBehaviours,
    })),
  },
  {
    table: 'answer_structures',
    columns: { ...COMMON, name: 'text', purpose: 'text', steps: 'jsonb' },
    rows: answerStructures.map((one) => ({ ...one, ...common(one.key, one.name, one.purpose) })),
  },
  {
    table: 'signals',
    columns: { ...COMMON, kind: 'text', text: 'text' },
    rows: signals.map((one) => ({ ...one, ...common(one.key, one.text, '') })),
  },
  {
    table: 'questions',
    columns: {
      ...COMMON,
      title: 'text',
      prompt: 'text',
      intent: 'text',
      expected_points: 'jsonb',
      senior_extras: 'jsonb',
      red_flags: 'jsonb',
      follow_ups: 'jsonb',
      anchors: 'jsonb',
      minutes: 'int',
      levels: 'jsonb',
      areas: 'jsonb',
      tags: 'jsonb',
    },
    rows: questions.map((one) => ({
      ...one,
      ...common(one.key, one.title, one.prompt),
      expected_points: one.expectedPoints,
      senior_extras: one.seniorExtras,
      red_flags: one.redFlags,
      follow_ups: one.followUps,
    })),
  },
  {
    table: 'level_profiles',
    columns: { ...COMMON, name: 'text', level: 'text', description: 'text' },
    rows: levelProfiles.map((one) => ({ ...one, ...common(one.key, one.name, one.description) })),
  },
]

export const builtInLinks: readonly BuiltInLinks[] = [
  {
    owner: 'questions',
    statement: `
      INSERT INTO question_competencies (organization_id, question_id, competency_id, informs, position)
      SELECT $1, o.id, t.id, l.informs, l.position
        FROM jsonb_to_recordset($2::jsonb) AS l(owner text, target text, informs text, position int)
        JOIN questions o ON o.organization_id = $1 AND o.key = l.owner
        JOIN competencies t ON t.organization_id = $1 AND t.key = l.target`,
    rows: questions.flatMap(({ key: owner, competencies: all }) =>
      all.map(({ competency: target, informs }, position) => ({ owner, target, informs, position })),
    ),
  },
  {
    owner: 'questions',
    statement: `
      INSERT INTO question_structures (organization_id, question_id, structure_id, position)
      SELECT $1, o.id, t.id, l.position
        FROM jsonb_to_recordset($2::jsonb) AS l(owner text, target text, position int)
        JOIN questions o ON o.organization_id = $1 AND o.key = l.owner
        JOIN answer_structures t ON t.organization_id = $1 AND t.key = l.target`,
    rows: questions.flatMap(({ key: owner, structures }) =>
      structures.map((target, position) => ({ owner, target, position })),
    ),
  },
  {
    owner: 'level_profiles',
    statement: `
      INSERT INTO level_profile_competencies
        (organization_id, level_profile_id, competency_id, weight, reason, bar, position)
      SELECT $1, o.id, t.id, l.weight, l.reason, l.bar, l.position
        FROM jsonb_to_recordset($2::jsonb)
          AS l(owner text, target text, weight float8, reason text, bar int, position int)
        JOIN level_profiles o ON o.organization_id = $1 AND o.key = l.owner
        JOIN competencies t ON t.organization_id = $1 AND t.key = l.target`,
    rows: levelProfiles.flatMap(({ key: owner, competencies: all }) =>
      all.map(({ competency: target, ...one }, position) => ({ ...one, owner, target, position })),
    ),
  },
]
