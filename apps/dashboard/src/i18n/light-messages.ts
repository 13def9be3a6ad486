import { brandMessages } from '../brand/brand-messages.ts'
import { componentMessages } from '../components/component-messages.ts'
import { sessionMessages } from '../sessions/session-messages.ts'
import { problemMessages } from './problem-messages.ts'

/** The texts of the pages before sign-in. */
export const lightMessages = {
  ...brandMessages,
  ...componentMessages,
  ...problemMessages,
  ...sessionMessages,
}
