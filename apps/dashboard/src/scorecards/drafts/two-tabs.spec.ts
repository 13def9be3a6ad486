import { emptyScorecard, type Json, type ScorecardDraft } from '@assay/contracts'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { serverOf } from '../../../../../test/support/draft-server.ts'
import { ApiProblem } from '../../api/problem.ts'
import { DraftEngine } from '../../drafts/draft-engine.ts'
import { setEvidence, setField, setNotes, tickPoint } from '../scorecard-edits.ts'
import { scorecardKind } from './scorecard-kind.ts'

const SCHEDULES = 1_000

const Q = '01990000-0000-7000-8000-000000000001'
const C = '01990000-0000-7000-8000-000000000002'
const SAME = '01990000-0000-7000-8000-000000000003'

/** Places that hold a text, written by both tabs. */
const places = {
  notes: {
    path: ['questions', Q, 'notes'],
    write: (text: string) => setNotes(Q, text),
    read: (draft: ScorecardDraft) => draft.questions[Q]?.notes ?? '',
  },
  evidence: {
    path: ['ratings', C, 'evidence', SAME, 'text'],
    write: (text: string) => setEvidence(C, SAME, { text }),
    read: (draft: ScorecardDraft) => draft.ratings[C]?.evidence[SAME]?.text ?? '',
  },
  summary: {
    path: ['summary'],
    write: (text: string) => setField({ summary: text }),
    read: (draft: ScorecardDraft) => draft.summary,
  },
}
type Place = keyof typeof places

type Action =
  | { do: 'write'; tab: 0 | 1; place: Place }
  | { do: 'tick'; tab: 0 | 1 }
  | { do: 'add'; tab: 0 | 1 }
  | { do: 'choose'; tab: 0 | 1; side: 'mine' | 'theirs' }
  | { do: 'save'; tab: 0 | 1 }
  | { do: 'wait'; milliseconds: number }
  | { do: 'lose' | 'drop' | 'slow' | 'fast' }

const tab = fc.constantFrom(0 as const, 1 as const)
const place = fc.constantFrom(...(Object.keys(places) as Place[]))
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), tab, place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tick' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), tab }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      tab,
      side: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), tab }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(0, 300, 800, 2_500),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('lose' as const, 'drop' as const, 'slow' as const, 'fast' as const),
    }),
  },
)

const begin = () => {
  const server = serverOf(emptyScorecard, (draft, revision) => ({ revision, savedAt: null, draft, gaps: [] }))
  const open = () => new DraftEngine({ kind: scorecardKind, told: server.told(), save: server.save })
  return { server, tabs: [open(), open()] as const }
}

/** What each tab wrote, and what a person has overwritten or decided against while it stood before them. */
const newRecord = () => {
  const last = new Map<string, { tab: 0 | 1; place: Place; text: string }>()
  const given = new Set<string>()
  const added: string[] = []
  const ticked = new Set<string>()
  return { last, given, added, ticked }
}

type World = ReturnType<typeof begin> & { record: ReturnType<typeof newRecord>; next: () => string }

/** Every place of these holds a text, or is not there. */
const said = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const choose = ({ tabs, record }: World, one: Extract<Action, { do: 'choose' }>): void => {
  const engine = tabs[one.tab]
  const { conflicts, draft } = engine.snapshot()
  const [conflict] = conflicts
  if (!conflict) return
  const [name] =
    Object.entries(places).find(([, { path }]) => path.join('/') === conflict.path.join('/')) ?? []
  const mine = name === undefined ? '' : places[name as Place].read(draft)
  record.given.add(one.side === 'mine' ? said(conflict.theirs) : mine)
  engine.choose(conflict, one.side)
}

const act = async (world: World, one: Action): Promise<void> => {
  const { server, tabs, record, next } = world
  if (one.do === 'wait') await jest.advanceTimersByTimeAsync(one.milliseconds)
  else if (one.do === 'lose') server.loseAnswer()
  else if (one.do === 'drop') server.refuseOnce(new ApiProblem(0, 'network'))
  else if (one.do === 'slow') server.slow(400)
  else if (one.do === 'fast') server.slow(0)
  else if (one.do === 'save') void tabs[one.tab].flush()
  else if (one.do === 'choose') choose(world, one)
  else if (one.do === 'write') {
    const { read, write } = places[one.place]
    record.given.add(read(tabs[one.tab].snapshot().draft))
    const text = next()
    record.last.set(`${one.tab}/${one.place}`, { tab: one.tab, place: one.place, text })
    tabs[one.tab].change(write(text))
  } else if (one.do === 'add') {
    const id = `01990000-0000-7000-9000-${String(record.added.length).padStart(12, '0')}`
    record.added.push(id)
    tabs[one.tab].change(setEvidence(C, id, { text: next() }))
  } else if (one.do === 'tick') {
    const point = String(record.ticked.size % 60)
    record.ticked.add(point)
    tabs[one.tab].change(tickPoint(Q, 'expectedPoints', Number(point)))
  }
}

/** What somebody can still read at that place: on the server, or where a tab asks what to keep. */
const readable = ({ server, tabs }: World, at: Place): string[] => {
  const { path, read } = places[at]
  const asked = tabs.flatMap((engine) => {
    const { conflicts, draft } = engine.snapshot()
    const open = conflicts.filter((conflict) => path.join('/').startsWith(conflict.path.join('/')))
    return open.length > 0 ? [read(draft), ...open.map(({ theirs }) => said(theirs))] : []
  })
  return [read(server.saved()), ...asked]
}

const check = async (actions: readonly Action[]): Promise<void> => {
  let count = 0
  const world: World = { ...begin(), record: newRecord(), next: () => `text ${(count += 1)}` }
  for (const one of actions) await act(world, one)
  world.server.slow(0)
  await jest.advanceTimersByTimeAsync(120_000)
  const { server, record } = world
  for (const { place: at, text } of record.last.values()) {
    if (!record.given.has(text)) expect(readable(world, at)).toContain(text)
  }
  const evidence = server.saved().ratings[C]?.evidence ?? {}
  expect(Object.keys(evidence)).toEqual(expect.arrayContaining(record.added))
  const points = server.saved().questions[Q]?.expectedPoints ?? {}
  expect(Object.keys(points).toSorted()).toEqual([...record.ticked].toSorted())
}

beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void jest.useRealTimers())

test(`${SCHEDULES} schedules of two tabs: no text that was written last is lost`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 20 }), async (actions) => {
      await check(actions)
      jest.clearAllTimers()
    }),
    { numRuns: SCHEDULES },
  )
})
