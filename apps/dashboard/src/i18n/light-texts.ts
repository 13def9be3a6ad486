import polyglot from 'ra-i18n-polyglot'
import type { TranslationMessages } from 'ra-core'
import { lightMessages } from './light-messages.ts'

/** Without react-admin's own words: none of its screens is drawn before sign-in. */
export const lightTexts = polyglot(() => lightMessages as unknown as TranslationMessages, 'en')
