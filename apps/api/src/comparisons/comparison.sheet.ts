import { z } from 'zod'

const mark = z.object({
  id: z.string(),
  candidate: z.string(),
  competency: z.string(),
  rater: z.string(),
  level: z.int(),
  /** How many levels there are. */
  scale: z.int(),
  /** Pieces of evidence written beside it; null when the candidate was erased. */
  evidence: z.int().nullable(),
})
export type ComparedMark = z.infer<typeof mark>

/** Every mark of the matrix, one a line. People build on the headers: they stay as they are. */
export const COMPARED_MARKS = {
  name: 'comparison',
  row: mark,
  columns: {
    candidate: ({ candidate }: ComparedMark) => candidate,
    competency: ({ competency }: ComparedMark) => competency,
    rater: ({ rater }: ComparedMark) => rater,
    level: ({ level }: ComparedMark) => level,
    scale: ({ scale }: ComparedMark) => scale,
    evidence: ({ evidence }: ComparedMark) => evidence,
  },
  recorded: { action: 'comparison.exported', subjectType: 'job' } as const,
}
