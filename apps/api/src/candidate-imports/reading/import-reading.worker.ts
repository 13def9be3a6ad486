import { parentPort, workerData } from 'node:worker_threads'
import { readImport } from './read-import.ts'
import type { ReadingOrder } from './read-rows.ts'

parentPort!.postMessage(await readImport(workerData as ReadingOrder), [])
