import { I18nContext } from 'ra-core'
import { lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { LoadFailure } from './components/LoadFailure.tsx'
import { PageLoading } from './components/PageLoading.tsx'
import { lightTexts } from './i18n/light-texts.ts'
import { ThemedPage } from './theme/ThemedPage.tsx'

const SignInPage = lazy(async () => ({ default: (await import('./sessions/SignInPage.tsx')).SignInPage }))
const SetupPage = lazy(async () => ({ default: (await import('./sessions/SetupPage.tsx')).SetupPage }))
const InvitationPage = lazy(async () => ({
  default: (await import('./sessions/InvitationPage.tsx')).InvitationPage,
}))
const ForgottenPasswordPage = lazy(async () => ({
  default: (await import('./sessions/ForgottenPasswordPage.tsx')).ForgottenPasswordPage,
}))
const PasswordResetPage = lazy(async () => ({
  default: (await import('./sessions/PasswordResetPage.tsx')).PasswordResetPage,
}))
const InterviewRoomPage = lazy(async () => ({
  default: (await import('./scorecards/InterviewRoomPage.tsx')).InterviewRoomPage,
}))
const Admin = lazy(async () => ({ default: (await import('./layout/Admin.tsx')).Admin }))

/** Pages before sign-in are light routes of their own; everything else is the admin, loaded when it is needed. */
export const App = () => (
  <ThemedPage>
    <I18nContext.Provider value={lightTexts}>
      <LoadFailure>
        <BrowserRouter>
          <Suspense fallback={<PageLoading />}>
            <Routes>
              <Route path="/sign-in" element={<SignInPage />} />
              <Route path="/setup" element={<SetupPage />} />
              <Route path="/invitation" element={<InvitationPage />} />
              <Route path="/forgotten-password" element={<ForgottenPasswordPage />} />
              <Route path="/password-reset" element={<PasswordResetPage />} />
              <Route path="/scorecards/:id/room" element={<InterviewRoomPage />} />
              <Route path="/*" element={<Admin />} />
            </Routes>
          </Suspense>
        </BrowserRouter>
      </LoadFailure>
    </I18nContext.Provider>
  </ThemedPage>
)
