import { cookieSettings, type Keys, OWN_ORIGINS } from '@assay/access'
import { type DynamicModule, Global, Module } from '@nestjs/common'
import type { Logger } from 'pino'
import { ApiTokensModule } from './api-tokens/api-tokens.module.ts'
import { ApplicationsModule } from './applications/applications.module.ts'
import { AuditModule } from './audit/audit.module.ts'
import { CalibrationModule } from './calibration/calibration.module.ts'
import { CandidateDocumentsModule } from './candidate-documents/candidate-documents.module.ts'
import { CandidateImportsModule } from './candidate-imports/candidate-imports.module.ts'
import { CandidateTimelineModule } from './candidate-timeline/candidate-timeline.module.ts'
import { CandidatesModule } from './candidates/candidates.module.ts'
import { ChasingModule } from './chasing/chasing.module.ts'
import { ComparisonsModule } from './comparisons/comparisons.module.ts'
import { CustomFieldsModule } from './custom-fields/custom-fields.module.ts'
import { DebriefsModule } from './debriefs/debriefs.module.ts'
import { DecisionsModule } from './decisions/decisions.module.ts'
import { DEMO, PUBLIC_URL, SERVING, SETTINGS, type Settings } from './config.ts'
import { APPLICATION_DATABASE_URL, DatabaseModule } from './database/database.module.ts'
import { ErasuresModule } from './erasures/erasures.module.ts'
import { ListExportsModule } from './exports/list-exports.module.ts'
import { FILES_DIRECTORY } from './files/file-store.ts'
import { COOKIES, HttpModule } from './http/http.module.ts'
import { LOG } from './http/logging.ts'
import { HousekeepingModule } from './housekeeping/housekeeping.module.ts'
import { InterviewTemplatesModule } from './interview-templates/interview-templates.module.ts'
import { InterviewsModule } from './interviews/interviews.module.ts'
import { InvitationsModule } from './invitations/invitations.module.ts'
import { JobsModule } from './jobs/jobs.module.ts'
import { KEYS } from './keys.ts'
import { LegalHoldsModule } from './legal-holds/legal-holds.module.ts'
import { NoticesModule } from './notices/notices.module.ts'
import { OrganizationsModule } from './organizations/organizations.module.ts'
import { PasswordResetsModule } from './password-resets/password-resets.module.ts'
import { QuestionBankModule } from './question-bank/question-bank.module.ts'
import { RejectionReasonsModule } from './rejection-reasons/rejection-reasons.module.ts'
import { RetentionModule } from './retention/retention.module.ts'
import { SavedViewsModule } from './saved-views/saved-views.module.ts'
import { ScorecardsModule } from './scorecards/scorecards.module.ts'
import { SessionsModule } from './sessions/sessions.module.ts'
import { SetupModule } from './setup/setup.module.ts'
import { UsersModule } from './users/users.module.ts'

/** The features, in the order a newcomer meets them. */
const features = [
  SetupModule,
  SessionsModule,
  OrganizationsModule,
  UsersModule,
  InvitationsModule,
  PasswordResetsModule,
  ApiTokensModule,
  QuestionBankModule,
  InterviewTemplatesModule,
  JobsModule,
  CustomFieldsModule,
  CandidatesModule,
  CandidateDocumentsModule,
  CandidateTimelineModule,
  RejectionReasonsModule,
  ApplicationsModule,
  InterviewsModule,
  ScorecardsModule,
  ComparisonsModule,
  CalibrationModule,
  DebriefsModule,
  DecisionsModule,
  NoticesModule,
  ChasingModule,
  SavedViewsModule,
  LegalHoldsModule,
  ErasuresModule,
  RetentionModule,
  AuditModule,
  ListExportsModule,
  CandidateImportsModule,
  HousekeepingModule,
]

export interface House {
  settings: Settings
  keys: Keys
  log: Logger
  applicationUrl: string
  filesDirectory: string
  publicUrl: () => string
  ownOrigins: ReadonlySet<string>
  demo: boolean
}

/** What is known before Nest starts, for everybody who asks by its token. */
@Global()
@Module({})
class HouseModule {
  static with(house: House, serving: boolean): DynamicModule {
    const values: [symbol, unknown][] = [
      [SETTINGS, house.settings],
      [KEYS, house.keys],
      [LOG, house.log],
      [APPLICATION_DATABASE_URL, house.applicationUrl],
      [FILES_DIRECTORY, house.filesDirectory],
      [PUBLIC_URL, house.publicUrl],
      [OWN_ORIGINS, house.ownOrigins],
      [COOKIES, cookieSettings(house.publicUrl())],
      [DEMO, house.demo],
      [SERVING, serving],
    ]
    return {
      module: HouseModule,
      providers: values.map(([provide, useValue]) => ({ provide, useValue })),
      exports: values.map(([provide]) => provide),
    }
  }
}

@Module({})
export class AppModule {
  /** @param http false for the command line: the same features, no listening. */
  static with(house: House, http: boolean): DynamicModule {
    return {
      module: AppModule,
      imports: [HouseModule.with(house, http), DatabaseModule, ...(http ? [HttpModule] : []), ...features],
    }
  }
}
