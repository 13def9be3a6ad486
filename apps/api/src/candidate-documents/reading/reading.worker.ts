import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './read-document.ts'
import type { ReadingOrder } from './reading.ts'

parentPort!.postMessage(await readDocument(workerData as ReadingOrder), [])
