import { gunzipSync, gzipSync } from 'node:zlib'
import type { FitOrder } from './fit-order.ts'

/** An order as it is stored: a tenth of its text. */
export const packed = (order: FitOrder): Buffer => gzipSync(JSON.stringify(order))

export const unpacked = (bytes: Buffer): FitOrder =>
  JSON.parse(gunzipSync(bytes).toString('utf8')) as FitOrder
