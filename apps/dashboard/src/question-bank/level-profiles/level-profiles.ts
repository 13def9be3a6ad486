import { createLevelProfile, type LevelProfile } from '@assay/contracts'
import type { z } from 'zod'
import type { BankKind } from '../bank-kind.ts'
import { LevelProfileFields } from './LevelProfileFields.tsx'
import { LevelProfileList } from './LevelProfileList.tsx'
import { LevelProfileFacts, LevelProfileReading } from './LevelProfileReading.tsx'

export const levelProfiles: BankKind<LevelProfile, z.input<typeof createLevelProfile>> = {
  resource: 'level-profiles',
  shape: createLevelProfile,
  blank: { name: '', level: 'senior', description: '', competencies: [] },
  pick: ({ name, level, description, competencies }) => ({ name, level, description, competencies }),
  titleOf: (row) => row.name,
  List: LevelProfileList,
  Facts: LevelProfileFacts,
  Reading: LevelProfileReading,
  Fields: LevelProfileFields,
}
