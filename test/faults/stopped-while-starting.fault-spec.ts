import { afterAll, expect, test } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { descendantsOf, endEverything, temporaryDirectory } from './assay-process.ts'

const DEMO = new URL('../../dist/apps/api/src/demo.js', import.meta.url).pathname

afterAll(() => endEverything())

/** Running, and with a PostgreSQL of its own below it. */
const hasDatabase = async (demo: ChildProcess): Promise<number[]> => {
  for (;;) {
    if (demo.exitCode !== null) throw new Error('The demo ended by itself.')
    const below = descendantsOf(demo.pid!)
    if (below.length > 2) return below
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('F-25: a demo that is told to stop while it starts leaves no PostgreSQL and no directory behind', async () => {
  const temporary = temporaryDirectory()
  const demo = spawn(process.execPath, [DEMO, '--port', '0'], {
    env: { PATH: process.env['PATH'], TMPDIR: temporary },
    stdio: 'ignore',
  })
  const below = await hasDatabase(demo)
  const ended = once(demo, 'exit')
  demo.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(below.filter((id) => existsSync(join('/proc', String(id))))).toEqual([])
  expect(readdirSync(temporary).filter((name) => name.startsWith('assay-demo'))).toEqual([])
})
