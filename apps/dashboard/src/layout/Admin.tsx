import { CoreAdminContext, CoreAdminUI, CustomRoutes, memoryStore, Resource } from 'ra-core'
import { lazy } from 'react'
import { Route } from 'react-router'
import { authProvider } from '../api/auth-provider.ts'
import { dataProvider } from '../api/data-provider.ts'
import { auditEvents } from '../audit-events/index.ts'
import { ForbiddenState } from '../components/ForbiddenState.tsx'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { HomePage } from '../home/HomePage.tsx'
import { adminTexts } from '../i18n/admin-texts.ts'
import { useText } from '../i18n/text.ts'
import { users } from '../users/index.ts'
import { ToUser } from '../users/ToUser.tsx'
import { AppLayout } from './AppLayout.tsx'
import { BrokenPage } from './BrokenPage.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { queryClient } from './query-client.ts'

const ApplicationPage = lazy(async () => ({
  default: (await import('../applications/ApplicationPage.tsx')).ApplicationPage,
}))
const AccountPage = lazy(async () => ({ default: (await import('../account/AccountPage.tsx')).AccountPage }))
const CalibrationPage = lazy(async () => ({
  default: (await import('../calibration/CalibrationPage.tsx')).CalibrationPage,
}))
const Candidates = lazy(async () => ({
  default: (await import('../candidates/Candidates.tsx')).Candidates,
}))
const CustomFields = lazy(async () => ({
  default: (await import('../custom-fields/CustomFields.tsx')).CustomFields,
}))
const RejectionReasons = lazy(async () => ({
  default: (await import('../rejection-reasons/RejectionReasons.tsx')).RejectionReasons,
}))
const RetentionPage = lazy(async () => ({
  default: (await import('../retention/RetentionPage.tsx')).RetentionPage,
}))
const OrganizationPage = lazy(async () => ({
  default: (await import('../organization/OrganizationPage.tsx')).OrganizationPage,
}))
const QuestionBank = lazy(async () => ({
  default: (await import('../question-bank/QuestionBank.tsx')).QuestionBank,
}))

const InterviewTemplates = lazy(async () => ({
  default: (await import('../interview-templates/InterviewTemplates.tsx')).InterviewTemplates,
}))
const DebriefPage = lazy(async () => ({
  default: (await import('../debriefs/DebriefPage.tsx')).DebriefPage,
}))
const DecisionPage = lazy(async () => ({
  default: (await import('../decisions/DecisionPage.tsx')).DecisionPage,
}))
const InterviewPage = lazy(async () => ({
  default: (await import('../interviews/InterviewPage.tsx')).InterviewPage,
}))
const SchedulePage = lazy(async () => ({
  default: (await import('../interviews/SchedulePage.tsx')).SchedulePage,
}))
const InterviewEditPage = lazy(async () => ({
  default: (await import('../interviews/SchedulePage.tsx')).InterviewEditPage,
}))
const ScorecardsPage = lazy(async () => ({
  default: (await import('../scorecards/reading/ScorecardsPage.tsx')).ScorecardsPage,
}))
const Jobs = lazy(async () => ({ default: (await import('../jobs/Jobs.tsx')).Jobs }))
const DiffPage = lazy(async () => ({
  default: (await import('../interview-templates/DiffPage.tsx')).DiffPage,
}))
const PreparationSheetPage = lazy(async () => ({
  default: (await import('../interview-templates/PreparationSheetPage.tsx')).PreparationSheetPage,
}))
const TemplateVersionPage = lazy(async () => ({
  default: (await import('../template-editor/TemplateVersionPage.tsx')).TemplateVersionPage,
}))

/** View state lives in the address; what react-admin remembers beyond that ends with the page. */
const store = memoryStore()

const Screens = () => {
  const text = useText()
  return (
    <CoreAdminUI
      disableTelemetry
      requireAuth
      title={text('brand.name')}
      layout={AppLayout}
      dashboard={HomePage}
      loading={PageLoading}
      catchAll={NotFoundState}
      accessDenied={ForbiddenState}
      error={BrokenPage}
      authenticationError={BrokenPage}
    >
      <Resource {...users}>
        <Route path=":id" element={<ToUser />} />
        <Route path=":id/*" element={<NotFoundState />} />
      </Resource>
      <Resource {...auditEvents} />
      <CustomRoutes>
        <Route path="/account/*" element={<AccountPage />} />
        <Route path="/question-bank/*" element={<QuestionBank />} />
        <Route path="/jobs/*" element={<Jobs />} />
        <Route path="/calibration" element={<CalibrationPage />} />
        <Route path="/candidates/*" element={<Candidates />} />
        <Route path="/applications/:id" element={<ApplicationPage />} />
        <Route path="/applications/:id/schedule" element={<SchedulePage />} />
        <Route path="/applications/:id/scorecards" element={<ScorecardsPage />} />
        <Route path="/applications/:id/debrief" element={<DebriefPage />} />
        <Route path="/applications/:id/decision" element={<DecisionPage />} />
        <Route path="/interviews/:id" element={<InterviewPage />} />
        <Route path="/interviews/:id/edit" element={<InterviewEditPage />} />
        <Route path="/interview-templates/*" element={<InterviewTemplates />} />
        <Route path="/interview-template-versions/:id" element={<TemplateVersionPage />} />
        <Route path="/interview-template-versions/:id/diff" element={<DiffPage />} />
        <Route path="/interview-template-versions/:id/preparation-sheet" element={<PreparationSheetPage />} />
        <Route path="/organization" element={<OrganizationPage />} />
        <Route path="/organization/custom-fields/*" element={<CustomFields />} />
        <Route path="/organization/rejection-reasons" element={<RejectionReasons />} />
        <Route path="/organization/retention" element={<RetentionPage />} />
      </CustomRoutes>
    </CoreAdminUI>
  )
}

/** Everything behind sign-in. */
export const Admin = () => (
  <CoreAdminContext
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={adminTexts}
    queryClient={queryClient}
    store={store}
  >
    <LeaveGuard>
      <Screens />
    </LeaveGuard>
  </CoreAdminContext>
)
