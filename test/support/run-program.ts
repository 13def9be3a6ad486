import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export interface Outcome {
  exitCode: number | null
  output: string
  errors: string
}

/** Runs one of the built programs (`main`, `demo`, `cli`) to its end, with nothing of our own environment. */
export const runProgram = (
  program: 'main' | 'demo' | 'cli',
  rest: string[],
  environment: Record<string, string>,
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/apps/api/src', `${program}.js`), ...rest], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      timeout: 30_000,
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, output, errors }))
  })
