import { parentPort, workerData } from 'node:worker_threads'
import { answerOf } from './fit-figures.ts'
import type { FitOrder } from './fit-order.ts'

parentPort!.postMessage(answerOf(workerData as FitOrder), [])
