import { parentPort, workerData } from 'node:worker_threads'

/** What a program on a thread may do wrong, for the tests. */
const tasks: Record<string, () => void> = {
  answer: () =>
    parentPort!.postMessage({ task: workerData as unknown, environment: Object.keys(process.env) }, []),
  time: () => {
    for (;;);
  },
  heap: () => {
    const held: unknown[] = []
    for (;;) held.push({ more: String(held.length) })
  },
  bytes: () => {
    const held: Buffer[] = []
    for (;;) held.push(Buffer.alloc(1_048_576, held.length))
  },
  throw: () => {
    throw new Error('broken on purpose')
  },
  silence: () => undefined,
}

tasks[workerData as string]!()
