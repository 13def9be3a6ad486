import { type AmongColleagues, FEWEST_CALIBRATED } from '@assay/contracts'
import type { Verdict } from './fit.rules.ts'

/** Whose figures are asked for, and by whom. */
export interface CalibrationFacts {
  /** Whoever asks owes a scorecard on an application of the family. */
  owesInFamily: boolean
  /** Ratings of the family were measured. */
  isMeasured: boolean
  /** Marks of the person in question were among them; true where nobody is in question. */
  isAmongThem: boolean
}

/**
 * Whether figures that depend on what others wrote may be told. Whoever owes is told the same whatever the others did, so
 * that reason comes first and depends on nothing else.
 */
export const judgeCalibration = ({ owesInFamily, isMeasured, isAmongThem }: CalibrationFacts): Verdict => {
  const refused = (because: string): Verdict => ({ allowed: false, because })
  if (owesInFamily)
    return refused('You owe a scorecard in this family. How marks compare there is shown once yours is in.')
  if (!isMeasured) return refused('The marks of this family have not been measured yet.')
  if (!isAmongThem) return refused('None of your marks were there when this family was last measured.')
  return { allowed: true, because: '' }
}

/** One interviewer as a fit has them. */
export interface FittedInterviewer extends Pick<AmongColleagues, 'lean' | 'candidates' | 'agreement'> {
  points: number
  low: number
  high: number
}

const inPoints = (points: number): string => Math.abs(points).toFixed(1)

const statementOf = (
  who: 'You' | 'They',
  { lean, points, low, high, candidates }: FittedInterviewer,
): string => {
  const tail = `(${candidates} candidate${candidates === 1 ? '' : 's'})`
  if (lean === 'too_little_evidence')
    return `Too few marks to say how strict ${who === 'You' ? 'you are' : 'they are'} ${tail}.`
  if (lean === 'no_clear_lean')
    return `No clear lean: the marks are about as strict as those of colleagues ${tail}.`
  const isStrict = points >= 0
  const [near, far] = isStrict ? [low, high] : [-high, -low]
  // An interval of somebody who only may lean can reach over to the other side.
  const range =
    near >= 0 ? `${near.toFixed(1)} to ${far.toFixed(1)}` : `−${inPoints(near)} to ${far.toFixed(1)}`
  return (
    `${who} ${lean === 'leans' ? 'tend to rate' : 'may rate'} about ${inPoints(points)} points ` +
    `${isStrict ? 'stricter' : 'more leniently'} than colleagues (nine times in ten ${range}; ${candidates} candidates). ` +
    'Fair scores already take it into account.'
  )
}

/** What is told of an interviewer: nothing in figures before five candidates. */
export const amongColleagues = (found: FittedInterviewer, who: 'You' | 'They'): AmongColleagues => {
  const isEnough = found.candidates >= FEWEST_CALIBRATED && found.lean !== 'too_little_evidence'
  const { points, low, high, candidates, agreement } = found
  const lean = isEnough ? found.lean : 'too_little_evidence'
  return {
    lean,
    severity: isEnough ? { points, low, high } : null,
    statement: statementOf(who, { ...found, lean }),
    candidates,
    agreement: agreement !== null && agreement.candidates >= FEWEST_CALIBRATED ? agreement : null,
  }
}
