import polyglot from 'ra-i18n-polyglot'
import english from 'ra-language-english'
import { adminMessages } from './admin-messages.ts'
import { lightMessages } from './light-messages.ts'

/** React-admin's own words lie below ours. */
export const adminTexts = polyglot(() => ({ ...english, ...lightMessages, ...adminMessages }), 'en')
