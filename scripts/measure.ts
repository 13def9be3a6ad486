import { readFileSync } from 'node:fs'
import * as library from '../libs/measurement/src/index.ts'

/** The functions of libs/measurement as filters: one JSON document in, one out. */
type Json = Record<string, unknown>

const fitOf = (input: Json): library.Run | library.Refusal => library.fit(input as never)

/** Goes on from a fit, or hands its refusal through. */
const afterFit =
  (next: (run: library.Run, input: Json) => unknown) =>
  (input: Json): unknown => {
    const run = fitOf(input)
    return 'candidates' in run ? next(run, input) : run
  }

/** What a run shows: everything but the state that later functions go on from. */
const shown = (run: library.Run): Json => {
  const {
    posterior: _p,
    standings: _s,
    formCodes: _f,
    strictSets: _t,
    weights: _w,
    competencies: _c,
    ...rest
  } = run
  return rest
}

/** For `next` the competencies are those in question: the fit takes those that were rated as well. */
const withRatedCompetencies = (input: Json): Json => {
  const [asked, ratings] = [input['competencies'], input['ratings']]
  if (!Array.isArray(ratings)) return input
  const rated = (ratings as { competency?: unknown }[]).map((row) => row?.competency)
  return {
    ...input,
    competencies: [...new Set([...(Array.isArray(asked) ? (asked as unknown[]) : []), ...rated])],
  }
}

const FILTERS: Readonly<Record<string, (input: Json) => unknown>> = {
  fit: afterFit(shown),
  pairs: afterFit((run, input) => library.pairs(run, input['pairs'] as never)),
  tiers: afterFit((run, input) => library.tiers(run, input['candidates'] as never)),
  start: afterFit((run) => ({ status: 'ok', start: library.startOf(run) })),
  ranks: (input) =>
    'estimates' in input
      ? library.ranksOfEstimates({ level: 0.9, seed: 1, ...input } as never)
      : afterFit((run, { candidates, level, seed }) =>
          library.ranks(run, { candidates, level, seed } as never),
        )(input),
  next: (input) => afterFit((run) => library.nextRating(run, input as never))(withRatedCompetencies(input)),
  provisional: afterFit((run, input) => library.provisional(run, (input['provisional'] ?? []) as never)),
  diagnostics: afterFit((run, input) =>
    library.diagnostics(run, { interviewers: input['interviewers'] } as never),
  ),
  classic: (input) => library.classic(input as never),
  connectivity: (input) => library.connectivity(input as never),
  icc: (input) => library.intraclass(input as never),
  'sparse-icc': (input) => library.sparseIntraclass(input as never),
  'krippendorff-alpha': (input) => library.krippendorffAlpha(input as never),
  'cohen-kappa': (input) =>
    library.cohenKappa({ ...input, table: input['table'] ?? input['counts'] } as never),
  'light-kappa': (input) => library.lightKappa(input as never),
  'fleiss-kappa': (input) =>
    library.fleissKappa({ ...input, counts: input['counts'] ?? input['table'] } as never),
  'kendall-w': (input) =>
    library.kendallW({ ...input, ratings: input['ratings'] ?? input['table'] } as never),
  agreement: (input) => library.agreement(input as never),
  'variance-components': (input) => library.varianceComponents(input as never),
  'generalizability-study': (input) => library.generalizabilityStudy(input as never),
  'decision-study': (input) => library.decisionStudy(input as never),
  'severity-by-group': afterFit((run, input) =>
    library.severityByGroup(run, { groups: input['groups'], seed: input['seed'] ?? 1 } as never),
  ),
  'selection-rates': (input) => library.selectionRates(input),
  distributions: (input) => library.distribution(input as never),
}

export interface Measured {
  readonly exit: 0 | 64 | 65
  readonly out: string
  readonly error: string
}

const malformed = (line: string, exit: 64 | 65 = 65): Measured => ({
  exit,
  out: '',
  error: `${line.replaceAll(/\s+/g, ' ')}\n`,
})

/**
 * Runs one function on one JSON document.
 *
 * @param name the function
 * @param text the document
 * @returns exit 0 with the result (a refusal is a result); 65 with one line naming the element where the input is malformed;
 *   64 for an unknown function
 */
export const measure = (name: string | undefined, text: string): Measured => {
  const filter = name !== undefined && Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
  if (filter === undefined)
    return malformed(`usage: measure ${Object.keys(FILTERS).join(' | ')} < input.json`, 64)
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (error) {
    return malformed(`input: not JSON: ${(error as Error).message}`)
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return malformed('input: must be an object')
  const result = filter(input as Json) as { status: string; because?: string }
  if (result.status === 'invalid_input') return malformed(result.because!)
  return { exit: 0, out: `${JSON.stringify(result)}\n`, error: '' }
}

if (import.meta.main) {
  const { exit, out, error } = measure(process.argv[2], readFileSync(0, 'utf8'))
  process.stderr.write(error)
  process.stdout.write(out)
  process.exitCode = exit
}
