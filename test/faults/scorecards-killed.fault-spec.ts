import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { endEverything, isLong, surprisesIn } from './assay-process.ts'
import { openScorecardHouse, type ScorecardHouse, standingOf } from './scorecard-house.ts'
import { ledgerOf, lookUp, type ScorecardLedger, writeWithoutPause } from './scorecard-writer.ts'

const KILLS = isLong ? 20 : 2
const CLIENTS = isLong ? 50 : 6
/** Killed again as soon as so many more writes were acknowledged. */
const BETWEEN_KILLS = isLong ? 510 : 40
const SLOW = isLong ? 480_000 : 90_000
const READY_WITHIN_MS = 5_000

let house: ScorecardHouse
let ledgers: ScorecardLedger[]

const sum = (figure: (ledger: ScorecardLedger) => number): number =>
  ledgers.reduce((total, ledger) => total + figure(ledger), 0)
const acknowledged = (): number => sum((ledger) => ledger.acknowledged)

beforeAll(async () => {
  house = await openScorecardHouse({ scorecards: CLIENTS })
  ledgers = house.rooms.map(ledgerOf)
}, SLOW)
afterAll(async () => {
  await endEverything()
  await house.database.drop()
})

describe(`F-01: killed ${KILLS} times while ${CLIENTS} scorecards are saved and submitted`, () => {
  const starts: number[] = []

  test(
    'nothing acknowledged is lost, and it is ready again within 5 s',
    async () => {
      let writing = true
      const goOn = () => writing
      const writers = ledgers.map((ledger) =>
        writeWithoutPause(house.admin.copy(), ledger, goOn).finally(() => (writing = false)),
      )
      const killing = (async () => {
        for (let kill = 0; kill < KILLS && goOn(); kill += 1) {
          while (goOn() && acknowledged() < (kill + 1) * BETWEEN_KILLS) await delay(5 + kill)
          starts.push(await house.killAndStart())
        }
        await delay(500)
        writing = false
      })()
      await Promise.all([...writers, killing])
      for (const ledger of ledgers) {
        if (ledger.pending !== null) expect(await lookUp(house.admin, ledger)).toBe(true)
      }
      expect(starts).toHaveLength(KILLS)
      // A machine that is busy with other tests starts anything late.
      if (isLong) expect(Math.max(...starts)).toBeLessThanOrEqual(READY_WITHIN_MS)
    },
    SLOW,
  )

  test('each scorecard is read back as it was acknowledged; each submission is whole, or is not there', async () => {
    for (const ledger of ledgers) {
      expect(await lookUp(house.admin, ledger)).toBe(true)
      const { status, revision, submissions, recalls } = ledger.known
      expect(await standingOf(house, ledger.room)).toMatchObject({
        status,
        isIn: status === 'submitted',
        draftRevision: revision,
        revisionNumber: submissions,
        revisions: submissions,
        ratedRevisions: submissions,
        submittedEvents: submissions,
        recalledEvents: recalls,
      })
    }
    console.log(
      `F-01: ${acknowledged()} acknowledged writes (${sum(({ known }) => known.submissions)} submissions), ` +
        `${sum(({ unanswered }) => unanswered)} without an answer, ${KILLS} kills, 0 lost; ` +
        `ready after ${starts.map(Math.round).join(', ')} ms`,
    )
    expect(acknowledged()).toBeGreaterThanOrEqual(KILLS * BETWEEN_KILLS)
    expect(sum(({ unanswered }) => unanswered)).toBeGreaterThan(0)
    const verification = await house.admin.get('/api/v1/audit-events/verification')
    expect(verification.json()).toMatchObject({ intact: true })
  })

  test('no error went unforeseen', async () => {
    expect(surprisesIn(house.running())).toEqual([])
    await house.running().stop()
    expect(await house.running().ended).toEqual({ exitCode: 0, signal: null })
  })
})
