import { jest } from '@jest/globals'

/**
 * A journey in a browser waits by the clock, on machines that may be doing something else: one that fails is tried once
 * more, and what it failed of is printed. A rule, a use case or an attack gets no second try.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true })
