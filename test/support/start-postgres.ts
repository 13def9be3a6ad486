import { mkdtempSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// Runs before jest's own module loading, in plain Node: the alias of the lib is not known here.
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../libs/persistence/src/embedded/embedded-server.ts'

declare global {
  var assayTestServer: EmbeddedServer | undefined
}

/** One throwaway server for the whole run; each spec file makes a database of its own on it. */
export default async function startPostgres(): Promise<void> {
  if (globalThis.assayTestServer) return
  const directory = mkdtempSync(join(tmpdir(), 'assay-test-'))
  chmodSync(directory, 0o711)
  const server = await startEmbeddedServer({
    directory: join(directory, 'postgres'),
    throwaway: true,
    log: ({ level, message }) => {
      if (level === 'error') console.error(message)
    },
    settings: { max_connections: '200' },
  })
  globalThis.assayTestServer = server
  process.env['TEST_POSTGRES_URL'] = server.superuserUrl
  process.env['TEST_POSTGRES_DIRECTORY'] = directory
}
