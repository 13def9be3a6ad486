import { parseArgs } from 'node:util'
import { workloads } from '../test/bench/workloads.ts'
import { build } from './build.ts'

/** `npm run bench -- <workload>`: see docs/performance.md for the method and what was found. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    profile: { type: 'string' },
  },
})

const [name = ''] = positionals
const workload = workloads[name]
if (!workload) {
  for (const [known, { what }] of Object.entries(workloads)) console.log(`${known.padEnd(14)}${what}`)
  process.exitCode = name === '' ? 0 : 64
} else {
  await build()
  const profile = typeof values['profile'] === 'string' ? values['profile'] : null
  const options = { rounds: Number(values['rounds']), seconds: Number(values['seconds']), profile }
  await workload.run(options, process.argv.slice(3))
}
