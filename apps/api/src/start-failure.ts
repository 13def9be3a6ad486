import { VisibleError } from '@assay/access'
import { DatabaseSetupError, DatabaseUnavailable, EmbeddedServerError } from '@assay/persistence'
import { SettingsError } from './config.ts'

/** EX_CONFIG of sysexits.h: starting again will not help until somebody changes something. */
export const EXIT_CONFIGURATION = 78

/** What a person reads when the start fails: a sentence with the cure for what is known, and the exit code. */
export const explainFailure = (error: unknown): { lines: string[]; exitCode: number } => {
  if (error instanceof SettingsError) return { lines: error.lines, exitCode: EXIT_CONFIGURATION }
  if (error instanceof DatabaseSetupError || error instanceof EmbeddedServerError) {
    return { lines: [error.message], exitCode: EXIT_CONFIGURATION }
  }
  if (error instanceof VisibleError || error instanceof DatabaseUnavailable) {
    return { lines: [error.message], exitCode: 1 }
  }
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE') {
    return {
      lines: [
        `Port ${port} of ${address} is taken: stop the other program or choose another with ASSAY_PORT or --port.`,
      ],
      exitCode: EXIT_CONFIGURATION,
    }
  }
  if (code === 'EACCES' && port !== undefined) {
    return {
      lines: [`Port ${port} may be used by root only: choose one above 1023 with ASSAY_PORT or --port.`],
      exitCode: EXIT_CONFIGURATION,
    }
  }
  if (code === 'EADDRNOTAVAIL') {
    return {
      lines: [`ASSAY_HOST ${address} is not an address of this machine.`],
      exitCode: EXIT_CONFIGURATION,
    }
  }
  return { lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)], exitCode: 1 }
}
