import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InterviewRoom } from '@assay/contracts'
import pg from 'pg'
import { type BenchHouse, openBenchHouse, pageHeaders, SECRET } from './bench-house.ts'
import { builtAccess } from './built.ts'
import { printPairedRounds } from './figures.ts'
import { asker } from './largest-draft.ts'
import { manyScorecards, type ManyScorecards, RESET } from './many-scorecards.ts'
import { runPairedRounds, type Side, type Workload } from './paired-rounds.ts'
import { startServerProcess } from './server-process.ts'
import { takeSteps } from './step-load.ts'
import type { BenchOptions } from './workloads.ts'

const FLOOR = join(dirname(fileURLToPath(import.meta.url)), 'floor/floor.ts')
const CONNECTIONS = 8
const OPENED = 50

export type ScorecardWorkload = 'open' | 'save' | 'submit'

type Work = Partial<Workload> & Pick<Workload, 'path'>
type Urls = Record<Side, string>

const pathOf = (id: string): string => `/api/v1/scorecards/${id}`

/** What both answers must say; the product's says more, and in another order. */
const essenceOf = (answer: unknown) => {
  const { kit, scorecard, interview } = answer as InterviewRoom
  const { status, revision, draft } = scorecard
  const counts = [kit.competencies, kit.sections, interview.panel, Object.keys(draft.ratings)]
  return { counts: counts.map(({ length }) => length), kit: JSON.stringify(kit).length, status, revision }
}

const opening = ({ ids }: ManyScorecards): Work => {
  const paths = ids.slice(0, OPENED).map((id) => `${pathOf(id)}/room`)
  return { path: paths[0] ?? '', paths, essence: essenceOf }
}

/** Each connection writes a scorecard of its own, of the same age on both sides. */
const saving = ({ ids, draft, revision }: ManyScorecards, urls: Urls): Work => {
  const revisions: Record<Side, number[]> = {
    floor: Array.from({ length: CONNECTIONS }, () => revision),
    product: Array.from({ length: CONNECTIONS }, () => revision),
  }
  const body = JSON.stringify({ draft })
  const drive: Workload['drive'] = (side, seconds, cookie) =>
    takeSteps(CONNECTIONS, seconds, (connection) => {
      const seen = revisions[side][connection] ?? 0
      const headers = { ...pageHeaders(urls[side]), ...cookie, 'if-match': `"${seen}"` }
      return {
        step: { method: 'PATCH', url: urls[side] + pathOf(ids[connection] ?? ''), headers, body },
        done: (answer) => {
          const saved = (JSON.parse(answer) as { revision: number }).revision
          if (saved !== seen + 1) throw new Error(`${side}: revision ${saved} after ${seen}`)
          revisions[side][connection] = saved
        },
      }
    })
  return { path: '', drive }
}

/** Each scorecard once in each round; then all of them are drafts again. */
const submitting = ({ ids, revision }: ManyScorecards, urls: Urls, client: pg.Client): Work => {
  let left: string[] = []
  const drive: Workload['drive'] = (side, seconds, cookie) =>
    takeSteps(CONNECTIONS, seconds, () => {
      const id = left.pop()
      if (id === undefined) return null
      const { 'content-type': _none, ...page } = pageHeaders(urls[side])
      const headers = { ...page, ...cookie, 'if-match': `"${revision}"` }
      return {
        step: { method: 'POST', url: `${urls[side]}${pathOf(id)}/submit`, headers },
        done: (answer) => {
          if (!answer.includes('"status":"submitted"')) throw new Error(`${side}: ${id} was not submitted`)
        },
      }
    })
  const prepare = async (): Promise<void> => {
    for (const statement of RESET) await client.query(statement)
    left = [...ids]
  }
  return { path: '', drive, prepare }
}

const furnished = async (house: BenchHouse, client: pg.Client): Promise<ManyScorecards> => {
  const ask = asker(house.product.url, await house.signIn())
  const many = await manyScorecards(ask, client)
  const room = await ask<InterviewRoom>(`/scorecards/${many.ids[0]}/room`)
  const [answer, draft] = [room, many.draft].map((one) => (JSON.stringify(one).length / 1_000).toFixed(1))
  console.log(`${many.ids.length} scorecards; a room is an answer of ${answer} KB, a draft ${draft} KB.`)
  return many
}

export const run = async (
  which: ScorecardWorkload,
  { rounds, seconds, profile }: BenchOptions,
): Promise<void> => {
  const house = await openBenchHouse(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
  const client = new pg.Client({ connectionString: house.urls.ownerUrl })
  try {
    await client.connect()
    const many = await furnished(house, client)
    const { deriveKeys } = await builtAccess()
    const floor = await startServerProcess({
      file: FLOOR,
      readyLine: /^Floor is ready at (\S+)$/m,
      environment: {
        FLOOR_KEY: deriveKeys(SECRET).accessToken.toString('hex'),
        FLOOR_DATABASE_URL: house.urls.ownerUrl,
      },
    })
    try {
      const urls = { floor: floor.url, product: house.product.url }
      const works = { open: opening, save: saving, submit: submitting }
      const result = await runPairedRounds({
        floor,
        product: house.product,
        postgresProcessId: house.postgresProcessId,
        headers: async () => ({ cookie: await house.signIn() }),
        rounds,
        seconds,
        connections: CONNECTIONS,
        ...works[which](many, urls, client),
      })
      printPairedRounds(result)
    } finally {
      await floor.stop()
    }
  } finally {
    await client.end()
    await house.close()
  }
}
