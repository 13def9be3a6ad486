import { rmSync } from 'node:fs'

export default async function stopPostgres(): Promise<void> {
  const server = globalThis.assayTestServer
  if (!server) return
  globalThis.assayTestServer = undefined
  await server.stop()
  rmSync(process.env['TEST_POSTGRES_DIRECTORY'] ?? '', { recursive: true, force: true })
}
