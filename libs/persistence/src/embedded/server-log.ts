/** Where the embedded server reports: one line per event, plus the end of PostgreSQL's log when it fails. */
export type ServerLog = (line: { level: 'info' | 'warn' | 'error'; message: string }) => void
