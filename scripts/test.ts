import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'

/**
 * Everything, in the order in which it is cheapest to fail: types, lint and import rules, then the builds, then unit,
 * API and browser tests. Ends with one line, `N passed, N failed`, that counts checks and tests together.
 */
interface Count {
  passed: number
  failed: number
}

const bin = (name: string): string => join('node_modules/.bin', name)

const checks: [string, string[]][] = [
  ['types of the server', [bin('tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['types of the dashboard', [bin('tsc'), '--noEmit', '-p', 'apps/dashboard/tsconfig.json']],
  ['lint', [bin('oxlint'), '--type-aware', '.']],
  ['format', [bin('prettier'), '--check', '--log-level', 'warn', '.']],
  [
    'import rules',
    [bin('depcruise'), 'apps', 'libs', 'test', 'scripts', '--config', '.dependency-cruiser.js'],
  ],
]

const run = (program: string, rest: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })

const AT_ONCE = 2

/** Two at a time: none of them uses a second core for long. */
const runChecks = async (): Promise<Count> => {
  const count = { passed: 0, failed: 0 }
  const waiting = [...checks]
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, [program = '', ...rest]] = check
      const started = performance.now()
      const good = await run(program, rest)
      count[good ? 'passed' : 'failed'] += 1
      const seconds = Math.round((performance.now() - started) / 100) / 10
      console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return count
}

const buildAll = async (): Promise<Count> => {
  try {
    await build()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  }
}

/** Jest counts into a file; a run that leaves none has failed as a whole. */
const runJest = async (extra: string[]): Promise<Count> => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-test-results-'))
  const file = join(directory, 'results.json')
  const good = await run(process.execPath, [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${file}`,
    '--reporters=default',
    ...extra,
  ])
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numRuntimeErrorTestSuites: number
      numTotalTests: number
    }
    const broken = results.numRuntimeErrorTestSuites + (results.numTotalTests === 0 ? 1 : 0)
    const failed = results.numFailedTests + broken
    return { passed: results.numPassedTests, failed: good ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const total = { passed: 0, failed: 0 }
const add = (count: Count): void => {
  total.passed += count.passed
  total.failed += count.failed
}

add(await runChecks())
add(await buildAll())
add(await runJest(process.argv.slice(2)))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
