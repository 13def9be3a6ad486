import type { InterviewTemplateVersion, VersionBank, VersionDraft } from '@assay/contracts'
import { ApiProblem } from '../../apps/dashboard/src/api/problem.ts'

const ids = [1, 2, 3, 4].map((one) => `01990000-0000-7000-8000-00000000000${one}`)
export const [ONE, TWO, ASKED, OTHER] = ids as [string, string, string, string]

export const draft: VersionDraft = {
  durationMinutes: 60,
  scale: 4,
  instructions: 'Be kind.',
  preparation: { about: '', topics: [] },
  competencies: [],
  structureIds: [],
  signalIds: [],
  sections: [
    {
      id: ONE,
      title: 'Opening',
      guidance: '',
      questions: [
        { questionId: ASKED, overrides: {} },
        { questionId: OTHER, overrides: {} },
      ],
    },
    { id: TWO, title: 'Depth', guidance: '', questions: [] },
  ],
}

export const versionOf = (saved: VersionDraft, revision: number): InterviewTemplateVersion =>
  ({ status: 'draft', revision, draft: saved, bank: null }) as unknown as InterviewTemplateVersion

interface Sent<Draft> {
  draft: Draft
  revision: number
  leaving: boolean
}

/** A server that keeps one draft: it refuses what was written over an older state, and may be out of reach. */
export const serverOf = <Draft, Told>(first: Draft, tell: (saved: Draft, revision: number) => Told) => {
  let [saved, revision] = [first, 1]
  let problems: ApiProblem[] = []
  const sent: Sent<Draft>[] = []
  let answerAfter = 0
  let answersToLose = 0
  return {
    sent,
    saved: () => saved,
    told: () => tell(saved, revision),
    refuseOnce: (...next: ApiProblem[]) => void (problems = next),
    slow: (milliseconds: number) => void (answerAfter = milliseconds),
    /** The next save is kept, and whoever sent it does not hear of it. */
    loseAnswer: () => void (answersToLose += 1),
    /** Somebody else saves. */
    write: (change: (before: Draft) => Draft) => {
      saved = change(saved)
      revision += 1
      return tell(saved, revision)
    },
    save: async (next: Draft, seen: number, leaving: boolean) => {
      sent.push({ draft: next, revision: seen, leaving })
      if (answerAfter > 0) await new Promise((resolve) => setTimeout(resolve, answerAfter))
      const problem = problems.shift()
      if (problem) throw problem
      if (seen !== revision)
        throw new ApiProblem(412, 'revision_conflict', { current: tell(saved, revision) })
      saved = next
      revision += 1
      if (answersToLose === 0) return tell(saved, revision)
      answersToLose -= 1
      throw new ApiProblem(0, 'network')
    },
  }
}

export const fakeServer = () => serverOf(draft, versionOf)

/** No entry of the bank beyond those that the server names. */
export const nothing: VersionBank = { competencies: [], questions: [], structures: [], signals: [] }
