import {
  agreement,
  ofSeveral,
  oneWayReliability,
  type Run,
  type Severity,
} from '../../../../../libs/measurement/src/index.ts'
import type { FitOrder } from './fit-order.ts'

/** One interviewer among their colleagues, in points of the form's scale. */
export interface InterviewerFigure {
  interviewerId: string
  lean: Severity['lean']
  /** What they take off a typical candidate; below 0 they add. 90 % interval. */
  points: number
  low: number
  high: number
  candidates: number
  /** Marks of theirs beside marks of others on the same candidate and competency. */
  agreement: { pairs: number; candidates: number; exact: number; withinOne: number } | null
}

/** How reliable marks are; null where too few candidates were met by two. */
export interface ReliabilityFigure {
  /** Those whom two interviewers or more marked. */
  candidates: number
  /** Of one interviewer, then of two and more, raw; 90 % interval. */
  curve: { interviewers: number; reliability: number; low: number; high: number }[] | null
}

export interface CalibrationFigures {
  interviewers: InterviewerFigure[]
  competencies: ({ competencyId: string } & ReliabilityFigure)[]
  /** By key, or id where it has none. */
  templates: ({ template: string } & ReliabilityFigure)[]
  whole: ReliabilityFigure
}

const LARGEST_PANEL = 8

type Row = FitOrder['rows'][number]

/** Marks of different interviewers on the same candidate, competency and scale. */
const agreements = (rows: readonly Row[]): Map<number, InterviewerFigure['agreement']> => {
  const beside = new Map<number, { application: number; pair: [number, number] }[]>()
  for (const marks of Map.groupBy(rows, ([n, , , c, levels]) => `${n} ${c} ${levels}`).values()) {
    for (const [application, own, , , , level] of marks) {
      for (const [, other, , , , theirs] of marks) {
        if (own === other) continue
        const list = beside.get(own) ?? []
        list.push({ application, pair: [level, theirs] })
        beside.set(own, list)
      }
    }
  }
  const figures = [...beside].map(([interviewer, list]) => {
    const found = agreement({ ratings: list.map(({ pair }) => pair) })
    if (found.status !== 'ok') return [interviewer, null] as const
    const { pairs, exact, withinOne } = found
    const candidates = new Set(list.map(({ application }) => application)).size
    return [interviewer, { pairs, candidates, exact, withinOne }] as const
  })
  return new Map(figures)
}

/** One value of each interviewer for each candidate: the mean of what they gave. */
const reliabilityOf = (rows: readonly Row[], seed: string): ReliabilityFigure => {
  // Means across scales would say nothing.
  const scales = [...Map.groupBy(rows, ([, , , , levels]) => levels).values()]
  const fullest = scales.toSorted((a, b) => b.length - a.length)[0] ?? []
  const candidates = [...Map.groupBy(fullest, ([n]) => n).values()].map((marks) =>
    [...Map.groupBy(marks, ([, j]) => j).values()].map(
      (own) => own.reduce((sum, row) => sum + row[5], 0) / own.length,
    ),
  )
  const found = oneWayReliability({ candidates, seed })
  const seenByTwo = candidates.filter(({ length }) => length >= 2).length
  if (found.status !== 'ok') return { candidates: seenByTwo, curve: null }
  const curve = Array.from({ length: LARGEST_PANEL }, (_, i) => ({
    interviewers: i + 1,
    reliability: ofSeveral(found.icc, i + 1),
    low: ofSeveral(found.low, i + 1),
    high: ofSeveral(found.high, i + 1),
  }))
  return { candidates: seenByTwo, curve }
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

const templateOf = (question: string): string => question.slice(0, question.indexOf('/'))

/** What a fit says about those who interview, and about kits: never about a candidate. */
export const calibrationOf = (run: Run, order: FitOrder): CalibrationFigures => {
  const { rows, interviewers, competencies, questions } = order
  const agreed = agreements(rows)
  const byCompetency = Map.groupBy(rows, ([, , , c]) => competencies[c]!)
  const byTemplate = Map.groupBy(rows, ([, , i]) => templateOf(questions[i]!))
  return {
    interviewers: run.interviewers.map(
      ({ interviewer, lean, points, pointsLow, pointsHigh, candidates }) => ({
        interviewerId: interviewer,
        lean,
        points,
        low: pointsLow,
        high: pointsHigh,
        candidates,
        agreement: agreed.get(interviewers.indexOf(interviewer)) ?? null,
      }),
    ),
    competencies: [...byCompetency].sort(byName).map(([competencyId, own]) => ({
      competencyId,
      ...reliabilityOf(own, run.inputHash),
    })),
    templates: [...byTemplate].sort(byName).map(([template, own]) => ({
      template,
      ...reliabilityOf(own, run.inputHash),
    })),
    whole: reliabilityOf(rows, run.inputHash),
  }
}
