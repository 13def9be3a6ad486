import { build } from './build.ts'

/** Builds what is stale, then becomes the server, in this same process, so that signals reach it. */
const entry = process.argv.splice(2, 1)[0]
if (entry !== 'main' && entry !== 'demo' && entry !== 'cli') {
  process.stderr.write('Start with main, demo or cli.\n')
  process.exit(64)
}
try {
  await build()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
}
await import(`../dist/apps/api/src/${entry}.js`)
