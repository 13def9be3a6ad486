import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded into the server with --import: tells on request how it is. Runs as it is in Node, so it imports nothing of ours. */
export interface VitalSigns {
  /** Since the last time it was asked. */
  eventLoopP99Ms: number
  residentMb: number
  /** What is still held after everything that is not needed was thrown away (with --expose-gc). */
  heapMb: number
  openFiles: number
}

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

process.on('message', (message) => {
  if (message !== 'how are you') return
  const residentMb = process.memoryUsage.rss() / 1_048_576
  globalThis.gc?.()
  const signs: VitalSigns = {
    // The histogram counts the timer's own interval too.
    eventLoopP99Ms: Math.max(0, delay.percentile(99) / 1e6 - 10),
    residentMb,
    heapMb: process.memoryUsage().heapUsed / 1_048_576,
    openFiles: readdirSync('/proc/self/fd').length,
  }
  delay.reset()
  process.send?.(signs)
})
// Being asked is no reason to stay alive.
process.channel?.unref()
