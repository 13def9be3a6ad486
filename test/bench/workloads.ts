import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface BenchOptions {
  rounds: number
  seconds: number
  /** A directory for a CPU profile of the product. */
  profile: string | null
}

export interface Workload {
  what: string
  run: (options: BenchOptions, rest: string[]) => Promise<void>
}

/** Loaded only when asked for, so that one workload never needs what another does. */
export const workloads: Record<string, Workload> = {
  read: {
    what: 'one row for somebody who is signed in, against the same read on the bare floor',
    run: async (options) => (await import('./read.bench.ts')).run(options),
  },
  'sign-in': {
    what: 'signing in, one and two at once, against the cost of the hash; renewal',
    run: async (options) => (await import('./sign-in.bench.ts')).run(options),
  },
  template: {
    what: 'opening and saving the largest interview template, as the editor does',
    run: async (options) => (await import('./template.bench.ts')).run(options),
  },
  move: {
    what: 'moving questions of the largest interview template in a browser, until it is painted',
    run: async (options) => (await import('./move.bench.ts')).run(options),
  },
  resumes: {
    what: 'a hundred résumés taken in and read: event loop, memory, times',
    run: async () => (await import('./resumes.bench.ts')).run(),
  },
  candidates: {
    what: 'recent, search, resume, deep, list and board among --scale 10k, 100k or 1m candidates, against exact counts in one phase',
    run: async (options, rest) => (await import('./candidates.bench.ts')).run(options, rest),
  },
  open: {
    what: 'opening the interview room with a kit of thirty questions, against the same answer from the bare floor',
    run: async (options) => (await import('./scorecards.bench.ts')).run('open', options),
  },
  save: {
    what: 'saving a draft of two kilobytes with its expected revision',
    run: async (options) => (await import('./scorecards.bench.ts')).run('save', options),
  },
  submit: {
    what: 'submitting a scorecard: revision, eight ratings, the record and its chain',
    run: async (options) => (await import('./scorecards.bench.ts')).run('submit', options),
  },
  matrix: {
    what: 'comparing twelve candidates on eight competencies, four raters each, among --scale 10k or 100k candidates',
    run: async (options, rest) => (await import('./matrix.bench.ts')).run(options, rest),
  },
  start: {
    what: 'start to first answer, first start, demo; memory at rest',
    run: async (options) => (await import('./start.bench.ts')).run(options),
  },
  page: {
    what: 'JavaScript of the sign-in page, the interview room and the first admin page',
    run: async () => (await import('./page.bench.ts')).run(),
  },
  measurement: {
    what: 'the models of calibration: recovery and speed',
    run: async (_options, rest) => {
      const file = fileURLToPath(new URL('measurement/measurement.bench.ts', import.meta.url))
      if (!existsSync(file)) throw new Error('This workload does not exist yet.')
      const { run } = (await import(file)) as { run: (rest: string[]) => unknown }
      await run(rest)
    },
  },
}
