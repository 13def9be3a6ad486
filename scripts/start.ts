import { build } from './build.ts'

/** Builds what is stale, then becomes the server, in this same process, so that signals reach it. */
const entry = process.argv.splice(2, 1)[0]
if (entry !== 'main' && entry !== 'demo' && entry !== 'cli') {
  process.stderr.write('Start with main, demo or cli.\n')
  process.exit(64)
}

/**
 * npm runs a script below a shell that does not pass SIGTERM on: whoever ends npm would leave the server behind. When
 * the shell is gone, another process becomes our parent, and that is the signal.
 */
const stopWithNpm = (): void => {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 200)
  watch.unref()
}

stopWithNpm()
try {
  await build()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
}
await import(`../dist/apps/api/src/${entry}.js`)
