import polyglot from 'ra-i18n-polyglot'
import type { TranslationMessages } from 'ra-core'
import { editorMessages } from '../components/editor-messages.ts'
import { lightMessages } from '../i18n/light-messages.ts'
import { scorecardMessages } from './scorecard-messages.ts'

/** The interview room is a light page of its own: it loads none of the texts of the other screens. */
export const roomTexts = polyglot(
  () => ({ ...lightMessages, ...editorMessages, ...scorecardMessages }) as unknown as TranslationMessages,
  'en',
)
