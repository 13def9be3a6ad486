import { createQuestion, type Question } from '@assay/contracts'
import type { z } from 'zod'
import type { BankKind } from '../bank-kind.ts'
import { QuestionFacts } from './QuestionFacts.tsx'
import { QuestionFields } from './QuestionFields.tsx'
import { QuestionList } from './QuestionList.tsx'
import { QuestionReading } from './QuestionReading.tsx'

export const questions: BankKind<Question, z.input<typeof createQuestion>> = {
  resource: 'questions',
  shape: createQuestion,
  blank: {
    title: '',
    prompt: '',
    minutes: 8,
    intent: '',
    expectedPoints: [],
    seniorExtras: [],
    redFlags: [],
    followUps: [],
    anchors: [],
    levels: [],
    competencies: [],
    structureIds: [],
    areas: [],
    tags: [],
  },
  pick: (row) => ({
    title: row.title,
    prompt: row.prompt,
    minutes: row.minutes,
    intent: row.intent,
    expectedPoints: row.expectedPoints,
    seniorExtras: row.seniorExtras,
    redFlags: row.redFlags,
    followUps: row.followUps,
    anchors: row.anchors,
    levels: row.levels,
    competencies: row.competencies,
    structureIds: row.structureIds,
    areas: row.areas,
    tags: row.tags,
  }),
  titleOf: (row) => row.title,
  List: QuestionList,
  Facts: QuestionFacts,
  Reading: QuestionReading,
  Fields: QuestionFields,
}
