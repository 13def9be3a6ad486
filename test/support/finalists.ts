import {
  type Application,
  type ComparedApplication,
  comparison as comparisonShape,
  type Comparison,
  type Job,
  type RatingLevel,
  type VersionContent,
} from '@assay/contracts'
import type { Page } from 'playwright-core'
import { hiringOf } from './hiring.ts'
import { panelsOf } from './panels.ts'
import type { RunningHouse } from './running-house.ts'
import { panelOf, scorecardsOf } from './scorecards.ts'

/** What each panelist gave, over the competencies of the kit; the last goes on. */
const GIVEN: Record<string, readonly [readonly RatingLevel[], readonly RatingLevel[]]> = {
  'Ada Lovelace': [
    [3, 4, 3],
    [3, 3, 3],
  ],
  'Grace Hopper': [
    [3, 3, 'not_assessed', 3],
    [4, 3, 'not_assessed', 3],
  ],
  'Katherine Johnson': [
    [4, 1, 3],
    [1, 4, 3],
  ],
  'Mary Jackson': [[2], [2, 3, 2]],
  'Radia Perlman': [
    [4, 4, 4],
    [4, 3, 4],
  ],
}

const ratingsWith = (kit: VersionContent, levels: readonly RatingLevel[], who: string) => {
  const questionId = kit.sections.flatMap(({ questions }) => questions)[0]?.id ?? null
  return Object.fromEntries(
    kit.competencies.map(({ id, name }, place) => [
      id,
      {
        level: levels[Math.min(place, levels.length - 1)]!,
        evidence: {
          [crypto.randomUUID()]: {
            kind: 'quote' as const,
            text: `${who} heard this on ${name}.`,
            questionId,
          },
        },
      },
    ]),
  )
}

export interface Finalists {
  job: Job
  applications: Application[]
}

/** A job of the hiring manager's with five finalists whom an interviewer and an admin rated, one panel split. */
export const finalistsOf = async (house: RunningHouse, more: object = {}): Promise<Finalists> => {
  const recruiter = await house.signedIn(house.north.recruiter)
  const panelists = [
    { client: await house.signedIn(house.north.interviewer), name: house.north.interviewer.name },
    { client: await house.signedIn(house.north.admin), name: house.north.admin.name },
  ]
  const own = await panelsOf(house, recruiter)
  const job = await hiringOf(recruiter).job({
    title: 'Platform engineer',
    family: crypto.randomUUID(),
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
    ...more,
  })
  const applications: Application[] = []
  for (const [name, given] of Object.entries(GIVEN)) {
    const application = await own.apply(await own.candidate(name), job)
    const interview = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
    for (const [place, { client, name: who }] of panelists.entries()) {
      const scorecards = scorecardsOf(client)
      const { kit } = await scorecards.own(interview)
      const { scorecard } = await scorecards.submit(interview, {
        ratings: ratingsWith(kit, given[place]!, who),
        recommendation: place === 0 ? 'yes' : 'no',
      })
      await scorecards.step(scorecard.id, 'give-up-recall')
    }
    applications.push(application)
  }
  return { job, applications }
}

const panel = {
  raters: 2,
  strict: 1,
  lenient: 0,
  neither: 0,
  tooLittle: 1,
  candidates: { fewest: 5, most: 14 },
}

const withFair = (application: ComparedApplication, place: number): ComparedApplication => {
  const score = 2.4 + place / 4
  return {
    ...application,
    fair: { score, low: score - 0.4, high: score + 0.35, se: 0.2 },
    panel,
    because: null,
  }
}

/** The same comparison as a fit would make it: of five, two at each end are told apart and the last stands alone. */
export const withFitted = (raw: Comparison, more: Partial<Comparison> = {}): Comparison => {
  const applications = raw.applications.map((one, place) =>
    place === 3 ? { ...one, because: 'Too few ratings for a fair score.' } : withFair(one, place),
  )
  const [a, b, c, d, e] = applications.map(({ applicationId }) => applicationId) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const pair = (
    [one, other]: [string, string],
    [state, chance]: [Comparison['pairs'][number]['state'], number | null],
    said: string,
  ) => ({
    a: one,
    b: other,
    state,
    probabilityAHigher: chance,
    because: `${said}.`,
  })
  return comparisonShape.parse({
    ...raw,
    applications,
    fairScores: 'on',
    fit: {
      id: crypto.randomUUID(),
      modelVersion: '1.0.0',
      fittedAt: '2026-11-20T09:30:00.000Z',
      status: 'fresh',
      because: null,
    },
    noFitBecause: null,
    pairs: [
      pair(
        [a, b],
        ['cannot_be_told_apart', 0.31],
        'Grace Hopper and Ada Lovelace cannot be told apart: the chance that Grace Hopper is really ahead is about 7 in 10',
      ),
      pair([a, c], ['ahead', 0.02], 'Katherine Johnson is ahead of Ada Lovelace (98 in 100)'),
      pair(
        [b, c],
        ['probably_ahead', 0.08],
        'Katherine Johnson is probably ahead of Grace Hopper (92 in 100)',
      ),
      pair(
        [a, d],
        ['not_comparable', null],
        'Ada Lovelace and Mary Jackson cannot be compared: no chain of interviewers and questions links them',
      ),
    ],
    tiers: [
      [
        [c, e],
        [a, b],
      ],
    ],
    wouldChange: [
      {
        applicationId: a,
        against: b,
        interviewerId: raw.applications[0]!.cells[0]!.ratings[0]!.raterId,
        interviewerName: 'Ines Duarte',
        competencyId: raw.competencies[0]!.id,
        seBefore: 0.35,
        seAfter: 0.29,
        probabilityToldApart: 0.12,
      },
    ],
    ...more,
  })
}

/** On this page, comparisons come as if a fit had been made. */
export const showFitted = async (page: Page, more: Partial<Comparison> = {}): Promise<void> => {
  await page.route(/\/api\/v1\/jobs\/[^/]+\/comparison(\?|$)/, async (route) => {
    const response = await route.fetch()
    const raw = comparisonShape.parse(await response.json())
    await route.fulfill({ response, json: withFitted(raw, more) })
  })
}
