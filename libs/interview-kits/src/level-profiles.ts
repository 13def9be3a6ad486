import type { LevelProfileContent } from './content.ts'

const bars = (bar: number, competencies: readonly string[]) =>
  competencies.map((competency) => ({ competency, weight: 1, reason: null, bar }))

/**
 * Equal weights throughout: differential ones add little to a decision and much to argue about. What tells the levels
 * apart is which competencies are rated and where the bar stands; the anchors are the same for everybody.
 */
export const levelProfiles: readonly LevelProfileContent[] = [
  {
    key: 'level.mid',
    name: 'Mid-level backend engineer',
    level: 'mid',
    description:
      'Delivers features in an existing system with little supervision: writes sound Python, finds own faults, tests the work and speaks plainly about it. Here the bar is 3. Framing of open problems, weighing alternatives and running a service are still being learnt: there a 2 meets the expectation, which means that the gap is known and somebody will help to close it. Scaling and business impact are not judged; not having had the occasion is no shortcoming at this level.',
    competencies: [
      ...bars(3, ['python-fundamentals', 'testing-quality', 'debugging-methodology', 'communication']),
      ...bars(3, ['structured-thinking', 'collaboration']),
      ...bars(2, ['trade-off-thinking', 'operational-maturity', 'clarification', 'production-ownership']),
    ],
  },
  {
    key: 'level.senior',
    name: 'Senior backend engineer',
    level: 'senior',
    description:
      'Takes an open problem and answers for the result in production: asks before designing, decides with reasons, releases safely, leads through an incident. All twelve competencies are rated with the bar at 3, except business impact: a 2 will do, since many capable engineers have worked where the figures were kept from them. A 4 somewhere does not cancel a 2 in production ownership; talk about it in the debrief.',
    competencies: [
      ...bars(3, ['trade-off-thinking', 'scalability-judgement', 'clarification', 'structured-thinking']),
      ...bars(3, ['operational-maturity', 'debugging-methodology', 'production-ownership']),
      ...bars(3, ['python-fundamentals', 'testing-quality', 'communication', 'collaboration']),
      ...bars(2, ['business-impact']),
    ],
  },
  {
    key: 'level.staff',
    name: 'Staff backend engineer',
    level: 'staff',
    description:
      'Sets direction for several teams: finds the problem worth solving, makes decisions that hold for years, and raises the way others build and run their systems. All twelve competencies are rated. The bar is 4 where the work of others depends on it (trade-offs, framing, production ownership) and 3 elsewhere, Python included: depth in the language is expected, being the deepest in the room is not.',
    competencies: [
      ...bars(4, ['trade-off-thinking', 'clarification', 'production-ownership']),
      ...bars(3, ['scalability-judgement', 'business-impact', 'operational-maturity', 'communication']),
      ...bars(3, ['debugging-methodology', 'structured-thinking', 'collaboration']),
      ...bars(3, ['python-fundamentals', 'testing-quality']),
    ],
  },
]
