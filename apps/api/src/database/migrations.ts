import { CreateHouse1763900000000 } from './migrations/1763900000000-create-house.ts'
import { CreateQuestionBank1763986400000 } from './migrations/1763986400000-create-question-bank.ts'
import { CreateInterviewTemplates1764072800000 } from './migrations/1764072800000-create-interview-templates.ts'
import { CreateJobs1764159200000 } from './migrations/1764159200000-create-jobs.ts'
import { CreateCandidates1764246000000 } from './migrations/1764246000000-create-candidates.ts'
import { CreateSavedViews1764246100000 } from './migrations/1764246100000-create-saved-views.ts'
import { CreateCandidateDocuments1764247000000 } from './migrations/1764247000000-create-candidate-documents.ts'
import { CreateApplications1764248000000 } from './migrations/1764248000000-create-applications.ts'
import { CreateNotices1764249000000 } from './migrations/1764249000000-create-notices.ts'
import { CreateCandidateImports1764250000000 } from './migrations/1764250000000-create-candidate-imports.ts'
import { CreateErasures1764251000000 } from './migrations/1764251000000-create-erasures.ts'
import { CreateRetention1764252000000 } from './migrations/1764252000000-create-retention.ts'
import { CreateScorecards1764260000000 } from './migrations/1764260000000-create-scorecards.ts'
import { CreateOutgoingMails1764270000000 } from './migrations/1764270000000-create-outgoing-mails.ts'
import { CreateReminders1764271000000 } from './migrations/1764271000000-create-reminders.ts'
import { NarrowGlassBreaks1764281000000 } from './migrations/1764281000000-narrow-glass-breaks.ts'
import { CreateScorecardReopenings1764282000000 } from './migrations/1764282000000-create-scorecard-reopenings.ts'
import { RetainWhoNeverApplied1764283000000 } from './migrations/1764283000000-retain-who-never-applied.ts'
import { SwitchFairScores1764290000000 } from './migrations/1764290000000-switch-fair-scores.ts'
import { CreateDecisions1764300000000 } from './migrations/1764300000000-create-decisions.ts'
import { CreateMeasurementFits1764310000000 } from './migrations/1764310000000-create-measurement-fits.ts'
import { CreateDebriefs1764320000000 } from './migrations/1764320000000-create-debriefs.ts'
import { JudgeWallOnceAsked1764330000000 } from './migrations/1764330000000-judge-wall-once-asked.ts'
import { TellOfDecisions1764331000000 } from './migrations/1764331000000-tell-of-decisions.ts'

/** Every migration, in order. Expand first, contract a release later: old and new code run side by side. */
export const migrations = [
  CreateHouse1763900000000,
  CreateQuestionBank1763986400000,
  CreateInterviewTemplates1764072800000,
  CreateJobs1764159200000,
  CreateCandidates1764246000000,
  CreateSavedViews1764246100000,
  CreateCandidateDocuments1764247000000,
  CreateApplications1764248000000,
  CreateNotices1764249000000,
  CreateCandidateImports1764250000000,
  CreateErasures1764251000000,
  CreateRetention1764252000000,
  CreateScorecards1764260000000,
  CreateOutgoingMails1764270000000,
  CreateReminders1764271000000,
  NarrowGlassBreaks1764281000000,
  CreateScorecardReopenings1764282000000,
  RetainWhoNeverApplied1764283000000,
  SwitchFairScores1764290000000,
  CreateDecisions1764300000000,
  CreateMeasurementFits1764310000000,
  CreateDebriefs1764320000000,
  JudgeWallOnceAsked1764330000000,
  TellOfDecisions1764331000000,
]
