import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { lockDirectory } from './directory-lock.ts'
import { processTableMark, startMarkOf } from './process-table.ts'
import { killHard } from './server-in-a-child-process.ts'

const LOCK = new URL('./directory-lock.ts', import.meta.url).href

let directory = ''
const children: ChildProcess[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'assay-lock-'))
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(killHard))
  rmSync(directory, { recursive: true, force: true })
})

function writeLock(holder: object): string {
  const file = join(directory, 'lock.7')
  writeFileSync(file, JSON.stringify(holder))
  return file
}

const ROUNDS = 60
const CONTENDERS = 3

/**
 * The children try for one directory after the other, each at an instant they agreed on: a single try
 * would hardly ever meet the other in the few microseconds that matter. Answers how many won each round.
 */
async function raceInChildren(prepare: (directory: string) => void): Promise<number[]> {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => join(directory, String(round)))
  for (const one of rounds) {
    mkdirSync(one)
    prepare(one)
  }
  const program = `
    const { lockDirectory } = await import(${JSON.stringify(LOCK)})
    const said = []
    for (const [round, directory] of ${JSON.stringify(rounds)}.entries()) {
      while (Date.now() < ${Date.now() + 2_000} + round * 20);
      said.push(await lockDirectory(directory).then(() => 1, (error) => error.code === 'already_running' ? 0 : 99))
    }
    process.stdout.write(JSON.stringify(said) + '\\n')
    setInterval(() => {}, 1000)`
  const contenders = Array.from({ length: CONTENDERS }, () =>
    spawn(process.execPath, ['--input-type=module', '--no-warnings', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  children.push(...contenders)
  const answers = (await Promise.all(contenders.map(firstLine))).map((line) => JSON.parse(line) as number[])
  return rounds.map((_, round) => answers.reduce((sum, said) => sum + (said[round] ?? 99), 0))
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line
  return 'nothing'
}

describe('the lock of a data directory', () => {
  it('is refused while its holder runs, and free after release', async () => {
    const lock = await lockDirectory(directory)
    await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'already_running' })
    lock.release()
    ;(await lockDirectory(directory)).release()
  })

  it('is taken over when the process id of its holder now belongs to another process', async () => {
    writeLock({ processId: process.pid, startMark: 'long ago', processTable: processTableMark() })
    const lock = await lockDirectory(directory)
    expect(readdirSync(directory)).toEqual(['lock.8'])
    lock.release()
  })

  it('is taken over when its holder is gone', async () => {
    writeLock({ processId: 2 ** 22 + 1, startMark: '1', processTable: processTableMark() })
    ;(await lockDirectory(directory)).release()
  })

  it('is kept by a holder whose process id and start fit', async () => {
    writeLock({
      processId: process.pid,
      startMark: startMarkOf(process.pid),
      processTable: processTableMark(),
    })
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}`)
  })

  it('is taken over when its holder died before it had written its name', async () => {
    writeFileSync(join(directory, 'lock.7'), '')
    ;(await lockDirectory(directory)).release()
  })

  it('is not won by a slow starter whom others have overtaken', async () => {
    writeFileSync(join(directory, 'lock.7'), '')
    const slow = lockDirectory(directory)
    // While it waits for lock.7 to be completed, others take and leave lock.8 and hold lock.9.
    const holder = {
      processId: process.pid,
      startMark: startMarkOf(process.pid),
      processTable: processTableMark(),
    }
    writeFileSync(join(directory, 'lock.9'), JSON.stringify(holder))
    rmSync(join(directory, 'lock.7'))
    await expect(slow).rejects.toMatchObject({ code: 'already_running' })
    expect(readdirSync(directory)).toEqual(['lock.9'])
  })

  it('of another container is kept as long as it beats, and taken over when it does not', async () => {
    const elsewhere = { processId: 1, startMark: '1', processTable: 'another container' }
    const file = writeLock(elsewhere)
    const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 1_000)
    await expect(lockDirectory(directory)).rejects.toThrow(/process 1 of another container or machine/)
    clearInterval(beat)
    ;(await lockDirectory(directory)).release()
  }, 20_000)

  it('goes to exactly one of those that start at the same moment', async () => {
    expect(await raceInChildren(() => {})).toEqual(Array(ROUNDS).fill(1))
  }, 20_000)

  it('goes to exactly one of those that find the same stale lock', async () => {
    const stale = { processId: process.pid, startMark: 'long ago', processTable: processTableMark() }
    const winners = await raceInChildren((one) => writeFileSync(join(one, 'lock.7'), JSON.stringify(stale)))
    expect(winners).toEqual(Array(ROUNDS).fill(1))
  }, 20_000)
})
