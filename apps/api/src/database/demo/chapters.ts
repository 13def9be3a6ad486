import type { DemoChapter } from './demo.ts'
import { finalistsChapter } from './finalists.ts'
import { hiringChapter } from './hiring.ts'
import { interviewTemplatesChapter } from './interview-templates.ts'
import { jobsChapter } from './jobs.ts'
import { scorecardsChapter } from './scorecards.ts'

/** The parts of the demo organization, in the order in which they are told. */
export const chapters: readonly DemoChapter[] = [
  interviewTemplatesChapter,
  jobsChapter,
  hiringChapter,
  scorecardsChapter,
  finalistsChapter,
]
