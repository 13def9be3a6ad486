import { createHash } from 'node:crypto'

/*
 * Two openings of one family whose ratings are the same in every demo: raw means mislead there, since one interviewer
 * rates strictly and one leniently, and not everybody met both.
 */

export type RaterName =
  'ines.duarte' | 'kenji.watanabe' | 'priya.raman' | 'tomasz.zielinski' | 'leila.haddad' | 'mateo.alvarez'

const [INES, KENJI, PRIYA, TOMASZ, LEILA, MATEO] = [
  'ines.duarte',
  'kenji.watanabe',
  'priya.raman',
  'tomasz.zielinski',
  'leila.haddad',
  'mateo.alvarez',
] as const satisfies RaterName[]

/** In levels: how much lower each rates than the others would. */
const severity: Readonly<Record<RaterName, number>> = {
  [INES]: 0.05,
  [KENJI]: 0.75,
  [PRIYA]: -0.7,
  [TOMASZ]: -0.05,
  [LEILA]: 0,
  [MATEO]: 0.05,
}

export type Kit =
  'kit.python-fundamentals' | 'kit.system-design' | 'kit.production-behavioural' | 'kit.hiring-manager'

export interface PlannedPerson {
  /** Of nobody else: what looks like chance hangs on it. */
  place: number
  job: 'finalists' | 'earlier'
  end: 'active' | 'rejected' | 'withdrawn'
  /** What people agree to who rate neither strictly nor leniently, in levels. */
  ability: number
  /** By competency, where it stands out. */
  strengths: Readonly<Record<string, number>>
  /** By interviewer, where they see this person otherwise than the others do. */
  views: Readonly<Partial<Record<RaterName, number>>>
  panels: readonly (readonly [kit: Kit, panel: readonly RaterName[]])[]
}

const panelsOf = (
  python: RaterName,
  design: readonly [RaterName, RaterName],
  production: readonly [RaterName, RaterName],
  last?: RaterName,
): PlannedPerson['panels'] => [
  ['kit.python-fundamentals', [python]],
  ['kit.system-design', design],
  ['kit.production-behavioural', production],
  ...(last ? [['kit.hiring-manager', [last]] as const] : []),
]

const finalist = (
  place: number,
  ability: number,
  panels: PlannedPerson['panels'],
  more: Partial<Pick<PlannedPerson, 'strengths' | 'views'>> = {},
): PlannedPerson => ({
  place,
  job: 'finalists',
  end: 'active',
  ability,
  strengths: {},
  views: {},
  ...more,
  panels,
})

export const finalists: readonly PlannedPerson[] = [
  // Ahead, and met by the strict one each time.
  finalist(0, 3.4, panelsOf(KENJI, [KENJI, INES], [KENJI, TOMASZ], MATEO), {
    strengths: { 'operational-maturity': 0.7, 'production-ownership': 0.2 },
  }),
  // Ahead in raw means, and met by the lenient one each time.
  finalist(1, 2.9, panelsOf(PRIYA, [PRIYA, INES], [PRIYA, TOMASZ], MATEO), {
    strengths: { 'operational-maturity': -0.5, communication: 0.3 },
  }),
  // These two are alike; their raw means are not.
  finalist(2, 2.4, panelsOf(PRIYA, [PRIYA, TOMASZ], [LEILA, INES], MATEO)),
  finalist(3, 2.4, panelsOf(KENJI, [KENJI, INES], [TOMASZ, LEILA], MATEO)),
  // Two saw somebody else than the other two did.
  finalist(4, 2.6, panelsOf(TOMASZ, [TOMASZ, INES], [LEILA, INES], MATEO), {
    strengths: { 'operational-maturity': 0.2 },
    views: { [TOMASZ]: 1, [LEILA]: 0.9, [INES]: -1, [MATEO]: -0.3 },
  }),
]

const RATERS = [INES, KENJI, PRIYA, TOMASZ, LEILA] as const
const EARLIER = 16

/** Between 0 and 1, always the same for the same words. */
const chance = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join('/')).digest().readUInt32BE(0) / 0xff_ff_ff_ff

const inTurn = (at: number): RaterName => RATERS[at % RATERS.length]!

/** Everybody meets everybody in turn, so that severities can be told from people. */
const earlier: readonly PlannedPerson[] = Array.from({ length: EARLIER }, (_none, at) => ({
  place: finalists.length + at,
  job: 'earlier',
  end: at < 2 ? 'active' : at === 9 ? 'withdrawn' : 'rejected',
  ability: at < 2 ? 3.2 : 1.9 + chance('ability', at) * 1.1,
  strengths: {},
  views: {},
  panels: panelsOf(
    inTurn(at),
    [inTurn(at + 1), inTurn(at + 2 + (at % 2))],
    [inTurn(at + 3 - (at % 2)), inTurn(at + 4)],
    at < 2 ? LEILA : undefined,
  ),
}))

/** The first of the earlier ones was hired by a decision, the second waits for those who agree to theirs. */
export const plan: readonly PlannedPerson[] = [...finalists, ...earlier]

export const HIRED = earlier[0]!
export const WAITING = earlier[1]!
/** Whose panel is split. */
export const SPLIT = finalists[4]!

/** A level of four, or not assessed now and then. */
export const plannedLevel = (
  { place, ability, strengths, views }: PlannedPerson,
  rater: RaterName,
  competency: string,
): number | 'not_assessed' => {
  const isSaid = said[place]?.[rater]?.[competency] !== undefined
  if (!isSaid && chance('unseen', place, rater, competency) < 0.04) return 'not_assessed'
  const strength = strengths[competency] ?? (chance('strength', place, competency) - 0.5) * 0.6
  const impression = views[rater] ?? (chance('impression', place, rater) - 0.5) * 0.3
  const moment = (chance('moment', place, rater, competency) - 0.5) * 1
  return Math.min(4, Math.max(1, Math.round(ability + strength + impression + moment - severity[rater])))
}

/** What they wrote down where it is talked about most: by person, interviewer and competency. */
const said: Readonly<Record<number, Readonly<Partial<Record<RaterName, Readonly<Record<string, string>>>>>>> =
  {
    0: {
      'kenji.watanabe': {
        'operational-maturity':
          'Named the three alerts they would keep and deleted the rest, with what each had cost them at night.',
      },
      'ines.duarte': {
        'operational-maturity':
          'Began the design with how one would know that it is broken, before drawing a box.',
      },
      'tomasz.zielinski': {
        'operational-maturity':
          'Rehearses the restore each quarter, and told which step had failed the last time.',
      },
    },
    1: {
      'priya.raman': {
        'operational-maturity': 'Speaks well about dashboards. The on-call stories were those of colleagues.',
      },
      'tomasz.zielinski': {
        'operational-maturity': 'Could not say who is called when the queue stands still, or after how long.',
      },
    },
    4: {
      'tomasz.zielinski': {
        'operational-maturity':
          'Walked through the outage of March minute by minute, with their own mistake in the third minute.',
        'debugging-methodology': 'Wrote each guess down before testing it, and crossed out two of their own.',
        'structured-thinking': 'Divided the problem into what is known, assumed and open, and kept to it.',
      },
      'leila.haddad': {
        'operational-maturity': 'Asked for our pager figures, and what we do when nobody answers.',
        'production-ownership':
          'Stayed on the fix after the move to another team, until the last customer was back.',
      },
      'ines.duarte': {
        'operational-maturity':
          'The rollback was “redeploy the old one”; what the data looks like then stayed open.',
        'debugging-methodology':
          'Restarted the service and called it solved. No cause, also when asked again.',
        'production-ownership':
          'The follow-ups of the outage were with “the platform people”; none was theirs.',
        'structured-thinking': 'Jumped to the cache twice. I had to bring the question back both times.',
      },
    },
  }

export const plannedText = (
  { place }: PlannedPerson,
  rater: RaterName,
  competency: string,
): string | undefined => said[place]?.[rater]?.[competency]
