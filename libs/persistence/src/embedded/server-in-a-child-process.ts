import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Only for specs: an Assay of its own, which can be killed without killing the test. */
export interface ServerInAChildProcess {
  readonly child: ChildProcess
  /** What startEmbeddedServer answered there. */
  readonly answer: { port: number; processId: number; url: string } | { code: string; message: string }
}

export interface ChildRequest {
  readonly directory: string
  readonly throwaway?: boolean
  /** Runs in the child before and after the start; plain JavaScript. */
  readonly before?: string
  readonly after?: string
}

const SERVER = new URL('./embedded-server.ts', import.meta.url).href
const HOLD = 'setInterval(() => {}, 1000)'

function program({ directory, throwaway = false, before = '', after = HOLD }: ChildRequest): string {
  const options = `directory: ${JSON.stringify(directory)}, throwaway: ${throwaway}, log: () => {}`
  return `
    const { startEmbeddedServer } = await import(${JSON.stringify(SERVER)})
    ${before}
    const tell = (answer) => process.stdout.write(JSON.stringify(answer) + '\\n')
    try {
      const server = await startEmbeddedServer({ ${options} })
      tell({ port: server.port, processId: server.processId, url: server.superuserUrl })
      ${after}
    } catch (error) {
      tell({ code: error.code, message: error.message })
    }`
}

export function spawnServer(request: ChildRequest): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '--no-warnings', '--eval', program(request)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

export async function startInAChildProcess(request: ChildRequest): Promise<ServerInAChildProcess> {
  const child = spawnServer(request)
  for await (const line of createInterface({ input: child.stdout! })) {
    return { child, answer: JSON.parse(line) as ServerInAChildProcess['answer'] }
  }
  throw new Error('The child process ended without an answer.')
}

export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
