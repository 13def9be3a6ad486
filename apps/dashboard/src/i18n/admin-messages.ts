import { accountMessages } from '../account/account-messages.ts'
import { apiTokenMessages } from '../api-tokens/api-token-messages.ts'
import { applicationMessages } from '../applications/application-messages.ts'
import { auditEventMessages } from '../audit-events/audit-event-messages.ts'
import { importMessages } from '../candidate-imports/import-messages.ts'
import { calibrationMessages } from '../calibration/calibration-messages.ts'
import { candidateMessages } from '../candidates/candidate-messages.ts'
import { commandMessages } from '../commands/command-messages.ts'
import { comparisonMessages } from '../comparisons/comparison-messages.ts'
import { customFieldMessages } from '../custom-fields/custom-field-messages.ts'
import { debriefMessages } from '../debriefs/debrief-messages.ts'
import { decisionMessages } from '../decisions/decision-messages.ts'
import { editorMessages } from '../components/editor-messages.ts'
import { erasureMessages } from '../erasures/erasure-messages.ts'
import { homeMessages } from '../home/home-messages.ts'
import { templateMessages } from '../interview-templates/template-messages.ts'
import { interviewMessages } from '../interviews/interview-messages.ts'
import { jobMessages } from '../jobs/job-messages.ts'
import { layoutMessages } from '../layout/layout-messages.ts'
import { legalHoldMessages } from '../legal-holds/legal-hold-messages.ts'
import { organizationMessages } from '../organization/organization-messages.ts'
import { questionBankMessages } from '../question-bank/question-bank-messages.ts'
import { rejectionReasonMessages } from '../rejection-reasons/rejection-reason-messages.ts'
import { retentionMessages } from '../retention/retention-messages.ts'
import { savedViewMessages } from '../saved-views/saved-view-messages.ts'
import { templateEditorMessages } from '../template-editor/template-editor-messages.ts'
import { readingMessages } from '../scorecards/reading/reading-messages.ts'
import { scorecardMessages } from '../scorecards/scorecard-messages.ts'
import { userMessages } from '../users/user-messages.ts'

/** The texts behind sign-in, one file per feature. */
export const adminMessages = {
  ...layoutMessages,
  ...commandMessages,
  ...editorMessages,
  ...homeMessages,
  ...userMessages,
  ...accountMessages,
  ...apiTokenMessages,
  ...organizationMessages,
  ...auditEventMessages,
  ...questionBankMessages,
  ...templateMessages,
  ...jobMessages,
  ...candidateMessages,
  ...importMessages,
  ...savedViewMessages,
  ...legalHoldMessages,
  ...erasureMessages,
  ...retentionMessages,
  ...customFieldMessages,
  ...rejectionReasonMessages,
  ...applicationMessages,
  ...comparisonMessages,
  ...calibrationMessages,
  ...debriefMessages,
  ...decisionMessages,
  ...interviewMessages,
  ...scorecardMessages,
  ...readingMessages,
  ...templateEditorMessages,
}
