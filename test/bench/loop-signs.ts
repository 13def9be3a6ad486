import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded into the server with --import, with a file as its `?to=`: on SIGUSR2 it writes there how it was since the last
 * time. Runs as it is in Node, so it imports nothing of ours.
 */
export interface LoopSigns {
  /** The longest that anything waited for the event loop. */
  longestMs: number
  p99Ms: number
  /** The most that the main thread computed at a stretch: on a busy machine it also waits for others, here it does not. */
  longestBusyMs: number
  residentMb: number
  /** What is still held after everything that is not needed was thrown away (with --expose-gc). */
  heldMb: number
}

const RESOLUTION_MS = 5
const file = new URL(import.meta.url).searchParams.get('to')
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
delay.enable()

const computedMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
let longestBusyMs = 0
let computed = computedMs()
setInterval(() => {
  const now = computedMs()
  longestBusyMs = Math.max(longestBusyMs, now - computed)
  computed = now
}, RESOLUTION_MS).unref()

process.on('SIGUSR2', () => {
  const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  const [longestMs, p99Ms] = [beyond(delay.max), beyond(delay.percentile(99))]
  const residentMb = process.memoryUsage.rss() / 1_048_576
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  const signs: LoopSigns = {
    longestMs,
    p99Ms,
    longestBusyMs,
    residentMb,
    heldMb: (heapUsed + external) / 1_048_576,
  }
  if (file) writeFileSync(file, JSON.stringify(signs))
  // What the collection above took is not the server's: it is forgotten with all that was before.
  setTimeout(() => {
    delay.reset()
    longestBusyMs = 0
  }, 50)
})
