import type { Confidence, EvidenceKind, levelNames, Scale } from '@assay/contracts'

/** Levels, recommendations, confidence and kinds of evidence, as a document says them. */
export const scorecardWords: Record<(typeof levelNames)[Scale][number] | Confidence | EvidenceKind, string> =
  {
    strong_no: 'Strong no',
    no: 'No',
    mixed: 'Mixed',
    yes: 'Yes',
    strong_yes: 'Strong yes',
    low: 'Not very',
    medium: 'Fairly',
    high: 'Very',
    quote: 'Quote',
    observation: 'Observation',
    inference: 'Inference',
  }
