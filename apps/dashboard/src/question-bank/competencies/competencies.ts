import { type Competency, createCompetency } from '@assay/contracts'
import type { z } from 'zod'
import type { BankKind } from '../bank-kind.ts'
import { CompetencyFacts, CompetencyReading } from './CompetencyReading.tsx'
import { CompetencyFields } from './CompetencyFields.tsx'
import { CompetencyList } from './CompetencyList.tsx'

export const competencies: BankKind<Competency, z.input<typeof createCompetency>> = {
  resource: 'competencies',
  shape: createCompetency,
  blank: {
    name: '',
    definition: '',
    forCandidates: '',
    strongBehaviours: [],
    weakBehaviours: [],
    anchors: [],
    areas: [],
  },
  pick: (row) => ({
    name: row.name,
    definition: row.definition,
    forCandidates: row.forCandidates,
    strongBehaviours: row.strongBehaviours,
    weakBehaviours: row.weakBehaviours,
    anchors: row.anchors,
    areas: row.areas,
  }),
  titleOf: (row) => row.name,
  List: CompetencyList,
  Facts: CompetencyFacts,
  Reading: CompetencyReading,
  Fields: CompetencyFields,
}
