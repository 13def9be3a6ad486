import { setTimeout as delay } from 'node:timers/promises'
import {
  emptyScorecard,
  type InterviewRoom,
  recommendations,
  type Scorecard,
  type ScorecardDraft,
} from '@assay/contracts'
import { ScorecardReleaseService } from '../../apps/api/src/scorecards/scorecard-release.service.ts'
import { withClient } from '../support/database.ts'
import type { Answer, HttpClient } from '../support/http-client.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import type { Channel } from './blindness-channels.ts'
import { decide, meet } from './blindness-meetings.ts'
import type { World } from './blindness-world.ts'

/** A number from 0 up to 1, the same for the same seed. */
export const diceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Dice = () => number
export const oneOf = <T>(dice: Dice, all: readonly T[]): T => all[Math.floor(dice() * all.length)]!

interface Acting {
  world: World
  dice: Dice
}

const draftOf = ({ kit }: InterviewRoom, dice: Dice): ScorecardDraft => ({
  ...emptyScorecard,
  ratings: Object.fromEntries(
    kit.competencies.map(({ id }) => [
      id,
      {
        level: dice() < 0.15 ? 'not_assessed' : 1 + Math.floor(dice() * kit.scale),
        evidence: { [id]: { kind: 'quote', text: `Said ${dice()}`, questionId: null } },
      },
    ]),
  ) as ScorecardDraft['ratings'],
  recommendation: oneOf(dice, recommendations),
  confidence: oneOf(dice, ['low', 'medium', 'high']),
  summary: dice() < 0.1 ? '' : `Thinks ${dice()}`,
  privateNotes: `Keeps ${dice()}`,
})

/** Somebody's scorecard, open before them. */
const opened = async ({ world, dice }: Acting) => {
  const id = oneOf(dice, world.scorecards.ofPeers)
  for (const { client } of world.peers) {
    const answer = await client.get(`/api/v1/scorecards/${id}/room`)
    if (answer.status === 200) return { id, client, room: answer.json<InterviewRoom>() }
  }
  throw new Error('A scorecard of the peers belongs to one of them.')
}

const write = async (acting: Acting): Promise<Answer> => {
  const { id, client, room } = await opened(acting)
  return client.patch(
    `/api/v1/scorecards/${id}`,
    { draft: draftOf(room, acting.dice) },
    room.scorecard.revision,
  )
}

const step =
  (verb: string, body?: object) =>
  async (acting: Acting): Promise<Answer> => {
    const { id, client, room } = await opened(acting)
    const seen = { 'if-match': `"${room.scorecard.revision}"` }
    return client.post(`/api/v1/scorecards/${id}/${verb}`, body, seen)
  }

/** Written whole, and handed in at once. */
const submit = async (acting: Acting): Promise<Answer> => {
  const { id, client, room } = await opened(acting)
  const path = `/api/v1/scorecards/${id}`
  const saved = await client.patch(path, { draft: draftOf(room, acting.dice) }, room.scorecard.revision)
  if (saved.status !== 200) return saved
  const { revision } = saved.json<{ revision: number }>()
  return client.post(`${path}/submit`, undefined, { 'if-match': `"${revision}"` })
}

/** The time for taking back runs out for everybody. */
const waitOut = async ({ world: { house } }: Acting): Promise<void> => {
  await withClient(house.database.ownerUrl, (client) =>
    client.query(
      `UPDATE panelists SET recall_until = now() - interval '1 second' WHERE recall_until IS NOT NULL`,
    ),
  )
  await house.server.app.get(ScorecardReleaseService, { strict: false }).sweep()
}

const move = async ({ world, dice }: Acting): Promise<Answer> => {
  const { application, job, reasonId, mover } = world
  const [verb, body] = oneOf<[string, object]>(dice, [
    ['advance', {}],
    ['move', { stageId: oneOf(dice, job.stages).id }],
    ['reject', { reasonId, note: `Because ${dice()}` }],
    ['withdraw', {}],
    ['hire', {}],
    ['reopen', {}],
    ['reopen', {}],
  ])
  return mover.post(`/api/v1/applications/${application.id}/${verb}`, body)
}

/** One asks that a scorecard is written anew, the first that can be, and another agrees; or does not. */
const reopen = async ({ world, dice }: Acting): Promise<Answer> => {
  const { mover, chief, scorecards } = world
  for (const scorecardId of scorecards.ofPeers) {
    const asked = await mover.post(`/api/v1/scorecards/${scorecardId}/reopenings`, {
      because: `For ${dice()}`,
    })
    if (asked.status >= 300) continue
    const { id } = asked.json<Scorecard>().reopening!
    const path = `/api/v1/scorecard-reopenings/${id}`
    return dice() < 0.2 ? chief.post(`${path}/refuse`, { because: 'No.' }) : chief.post(`${path}/agree`)
  }
  return mover.post(`/api/v1/scorecards/${scorecards.ofPeers[0]}/reopenings`, { because: 'For nothing.' })
}

const look = async ({ world, dice }: Acting): Promise<Answer> => {
  const readers: HttpClient[] = [world.mover, ...world.peers.map(({ client }) => client)]
  return oneOf(dice, readers).get(`/api/v1/applications/${world.application.id}/scorecards`)
}

/** The ratings of the family are measured, for somebody who owes nothing, and candidates compared. */
const measure = async ({ world: { mover, job } }: Acting): Promise<Answer> => {
  await fitsOf(mover).computed(job)
  return mover.get(`/api/v1/jobs/${job.id}/comparison`)
}

/** What the others do, each about as often as it is wanted. Hand-offs are held constant. */
const COMMANDS: readonly (readonly [string, (acting: Acting) => Promise<Answer | void>])[] = [
  ['write', write],
  ['write', write],
  ['submit', submit],
  ['submit', submit],
  ['submit', submit],
  ['submit', step('submit')],
  ['recall', step('recall')],
  ['give up recall', step('give-up-recall')],
  ['give up recall', step('give-up-recall')],
  ['amend', step('amend', { because: 'Thought again.' })],
  ['reopen', reopen],
  ['reopen', reopen],
  ['wait', waitOut],
  ['move', move],
  ['move', move],
  ['move', move],
  ['look', look],
  ['decide', decide],
  ['decide', decide],
  ['meet', meet],
  ['meet', meet],
  ['measure', measure],
  ['measure', measure],
]

/** Up to nine commands of the others. @returns what was done, and not refused */
export const liveOn = async (world: World, dice: Dice): Promise<string[]> => {
  const done: string[] = []
  const count = 1 + Math.floor(dice() * 9)
  for (let turn = 0; turn < count; turn += 1) {
    const [name, act] = oneOf(dice, COMMANDS)
    const answer = await act({ world, dice })
    if (answer && answer.status >= 500) throw new Error(`${name}: ${answer.text}`)
    if (!answer || answer.status < 300) done.push(name)
  }
  return done
}

/** How many scorecards of the others were opened to whoever owes nothing; one was before anybody owed. */
export const releasedIn = ({ house, application }: World): Promise<number> =>
  withClient(house.database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM panelists
        WHERE application_id = $1 AND scorecard_released_at IS NOT NULL`,
      [application.id],
    )
    return rows[0]!.count - 1
  })

/**
 * What differs between two answers to the same question whatever anybody did: the clock (`date`, the moments of a
 * verification and of a signed head with the signature over it, when a session was last used, the stamps of calendar
 * and PDF files) and the name of the request. Everything else is compared as it is.
 */
const CLOCK: readonly [RegExp, string][] = [
  [/"requestId":"[^"]*"/g, '"requestId":"…"'],
  [/"(checkedAt|takenAt|lastUsedAt|lastSeenAt)":"[^"]*"/g, '"$1":"…"'],
  [/("takenAt":"…".*"signature":)"[^"]*"/g, '$1"…"'],
  [/DTSTAMP:\w+/g, 'DTSTAMP:…'],
  [/\(D:\d{14}Z\)/g, '(D:…)'],
  [/<(xmp:\w+Date)>[^<]*/g, '<$1>…'],
  [/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/gi, '/ID […]'],
]
const UNEVEN_HEADERS = new Set(['date', 'x-request-id'])

/** Nobody answers in time on a machine with too much to do: that says nothing of anybody, so it is asked again. */
const PATIENCE = 5

const answerTo = async (client: HttpClient, { method, path, ...rest }: Channel): Promise<string> => {
  let answer = await client.send(method, path, rest)
  for (let time = 1; answer.status === 503 && time < PATIENCE; time += 1) {
    await delay(time * 1_000)
    answer = await client.send(method, path, rest)
  }
  const { status, headers, bytes } = answer
  const told = [...headers].filter(([name]) => !UNEVEN_HEADERS.has(name)).map((pair) => pair.join(': '))
  const body = CLOCK.reduce((left, [what, by]) => left.replace(what, by), bytes.toString('latin1'))
  return [status, ...told, '', body].join('\n')
}

const nameOf = ({ method, path, body }: Channel): string =>
  `${method} ${decodeURIComponent(path)}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`

/** By reader, and in the order of the channels. */
export const answersOf = ({ readers }: World, channels: readonly Channel[]): Promise<string[][]> =>
  Promise.all(
    readers.map(async ({ client }) => {
      const told: string[] = []
      for (const channel of channels) told.push(await answerTo(client, channel))
      return told
    }),
  )

/** Which channels tell whom something else than before, and where. */
export const differencesOf = (
  { readers }: World,
  channels: readonly Channel[],
  before: readonly string[][],
  after: readonly string[][],
): string[] =>
  readers.flatMap(({ person }, reader) =>
    channels.flatMap((channel, index) => {
      const [was, is] = [before[reader]![index]!, after[reader]![index]!]
      if (was === is) return []
      const at = [...was].findIndex((sign, place) => sign !== is[place])
      const about = (text: string): string => text.slice(Math.max(0, at - 60), at + 60)
      return [`${person.role}: ${nameOf(channel)}\n  ${about(was)}\n  ${about(is)}`]
    }),
  )
