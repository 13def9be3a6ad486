import { ApiToken } from '../api-tokens/api-token.entity.ts'
import { Application } from '../applications/application.entity.ts'
import { ApplicationChange } from '../applications/application-change.entity.ts'
import { AuditEvent } from '../audit/audit-event.entity.ts'
import { AuditHead } from '../audit/audit-head.entity.ts'
import { MeasurementFit } from '../calibration/measurement-fit.entity.ts'
import { CandidateDocument } from '../candidate-documents/candidate-document.entity.ts'
import { CandidateImport } from '../candidate-imports/candidate-import.entity.ts'
import { CandidateImportRow } from '../candidate-imports/candidate-import-row.entity.ts'
import { Candidate } from '../candidates/candidate.entity.ts'
import { CandidateContact } from '../candidates/candidate-contact.entity.ts'
import { CandidateKey } from '../candidates/candidate-key.entity.ts'
import { CandidateMerge } from '../candidates/candidate-merge.entity.ts'
import { CandidateSearch } from '../candidates/candidate-search.entity.ts'
import { CandidateTag } from '../candidates/candidate-tag.entity.ts'
import { CandidateValue } from '../candidates/candidate-value.entity.ts'
import { CustomField } from '../custom-fields/custom-field.entity.ts'
import { DebriefVote } from '../debriefs/debrief-vote.entity.ts'
import { Debrief } from '../debriefs/debrief.entity.ts'
import { DecisionAnswer } from '../decisions/decision-answer.entity.ts'
import { Decision } from '../decisions/decision.entity.ts'
import { Erasure } from '../erasures/erasure.entity.ts'
import { IdempotencyKey } from '../http/idempotency-key.entity.ts'
import { InterviewTemplate } from '../interview-templates/interview-template.entity.ts'
import { InterviewTemplateVersion } from '../interview-templates/interview-template-version.entity.ts'
import { VersionCompetency } from '../interview-templates/version-competency.entity.ts'
import { VersionQuestion } from '../interview-templates/version-question.entity.ts'
import { VersionSignal } from '../interview-templates/version-signal.entity.ts'
import { VersionStructure } from '../interview-templates/version-structure.entity.ts'
import { Interview } from '../interviews/interview.entity.ts'
import { Panelist } from '../interviews/panelist.entity.ts'
import { Job } from '../jobs/job.entity.ts'
import { JobStage } from '../jobs/job-stage.entity.ts'
import { JobStageTemplate } from '../jobs/job-stage-template.entity.ts'
import { JobTeamMember } from '../jobs/job-team-member.entity.ts'
import { LegalHold } from '../legal-holds/legal-hold.entity.ts'
import { Reminder } from '../chasing/reminder.entity.ts'
import { Snooze } from '../chasing/snooze.entity.ts'
import { OutgoingMail } from '../mail/outgoing-mail.entity.ts'
import { Notice } from '../notices/notice.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { AnswerStructure } from '../question-bank/answer-structures/answer-structure.entity.ts'
import { Area } from '../question-bank/areas/area.entity.ts'
import { Competency } from '../question-bank/competencies/competency.entity.ts'
import { LevelProfile } from '../question-bank/level-profiles/level-profile.entity.ts'
import { LevelProfileCompetency } from '../question-bank/level-profiles/level-profile-competency.entity.ts'
import { Question } from '../question-bank/questions/question.entity.ts'
import { QuestionCompetency } from '../question-bank/questions/question-competency.entity.ts'
import { QuestionStructure } from '../question-bank/questions/question-structure.entity.ts'
import { Signal } from '../question-bank/signals/signal.entity.ts'
import { RejectionReason } from '../rejection-reasons/rejection-reason.entity.ts'
import { RetentionDue } from '../retention/retention-due.entity.ts'
import { RetentionExtension } from '../retention/retention-extension.entity.ts'
import { RetentionRule } from '../retention/retention-rule.entity.ts'
import { RetentionRun } from '../retention/retention-run.entity.ts'
import { SavedView } from '../saved-views/saved-view.entity.ts'
import { RefreshToken } from '../sessions/refresh-token.entity.ts'
import { GlassBreak } from '../scorecards/glass-break.entity.ts'
import { HandOff } from '../scorecards/hand-off.entity.ts'
import { Rating } from '../scorecards/rating.entity.ts'
import { ScorecardDraft } from '../scorecards/scorecard-draft.entity.ts'
import { ScorecardReopening } from '../scorecards/scorecard-reopening.entity.ts'
import { ScorecardRevision } from '../scorecards/scorecard-revision.entity.ts'
import { ScorecardSight } from '../scorecards/scorecard-sight.entity.ts'
import { Scorecard } from '../scorecards/scorecard.entity.ts'
import { Session } from '../sessions/session.entity.ts'
import { SetupLink } from '../setup/setup-link.entity.ts'
import { SignInLimit } from '../sessions/sign-in-limit.entity.ts'
import { OneTimeLink } from '../users/one-time-link.entity.ts'
import { User } from '../users/user.entity.ts'

/** Every mapped table. The drift test holds this list against the migrations. */
export const entities = [
  Organization,
  User,
  OneTimeLink,
  Session,
  RefreshToken,
  ApiToken,
  AuditEvent,
  AuditHead,
  IdempotencyKey,
  SetupLink,
  SignInLimit,
  Area,
  Competency,
  AnswerStructure,
  Signal,
  Question,
  QuestionCompetency,
  QuestionStructure,
  LevelProfile,
  LevelProfileCompetency,
  InterviewTemplate,
  InterviewTemplateVersion,
  VersionCompetency,
  VersionQuestion,
  VersionStructure,
  VersionSignal,
  Job,
  JobStage,
  JobStageTemplate,
  JobTeamMember,
  CustomField,
  Candidate,
  CandidateContact,
  CandidateKey,
  CandidateMerge,
  CandidateSearch,
  CandidateTag,
  CandidateValue,
  SavedView,
  CandidateDocument,
  CandidateImport,
  CandidateImportRow,
  RejectionReason,
  Application,
  ApplicationChange,
  Interview,
  Panelist,
  Scorecard,
  ScorecardDraft,
  ScorecardRevision,
  Rating,
  MeasurementFit,
  HandOff,
  ScorecardSight,
  GlassBreak,
  ScorecardReopening,
  Debrief,
  DebriefVote,
  Decision,
  DecisionAnswer,
  Notice,
  OutgoingMail,
  Reminder,
  Snooze,
  LegalHold,
  Erasure,
  RetentionRule,
  RetentionRun,
  RetentionDue,
  RetentionExtension,
]
