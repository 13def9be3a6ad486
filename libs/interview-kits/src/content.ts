import type {
  AnswerStructureText,
  CompetencyText,
  JobLevel,
  QuestionText,
  Scale,
  SignalText,
} from '@assay/contracts'

/** Built-in content is linked by its stable keys; an organization gets rows of its own made from it. */

/** Something a panel judges across questions: one of the three axes, or an area that a hiring manager assesses. */
export interface AreaContent {
  readonly key: `axis.${string}` | `area.${string}`
  readonly name: string
  readonly definition: string
}

export interface CompetencyContent extends CompetencyText {
  readonly key: string
  /** Keys of the axes and areas it belongs to. */
  readonly areas: readonly string[]
}

export interface SignalContent extends SignalText {
  readonly key: `signal.${string}` | `flag.${string}`
}

export interface AnswerStructureContent extends AnswerStructureText {
  readonly key: `structure.${string}` | `clarify.${string}`
}

export interface QuestionContent extends QuestionText {
  readonly key: `q.${string}`
  readonly areas: readonly string[]
  readonly competencies: readonly { readonly competency: string; readonly informs: 'primary' | 'secondary' }[]
  /** Keys of the answer structures ticked while the answer is given. */
  readonly structures: readonly string[]
  readonly tags: readonly string[]
}

export interface KitSection {
  readonly title: string
  /** What the interviewer does in this part. Markdown. */
  readonly guidance: string
  /** In the order asked; minutes only where this kit gives the question another share than the bank does. */
  readonly questions: readonly { readonly question: string; readonly minutes?: number }[]
}

export interface InterviewKit {
  readonly key: string
  readonly name: string
  readonly purpose: string
  readonly durationMinutes: number
  readonly scale: Scale
  /** For the interviewer, before and around the questions. Markdown. */
  readonly instructions: string
  /** For the candidate: what will be talked about and how it is judged. Neither questions nor anchors. */
  readonly preparation: { readonly about: string; readonly topics: readonly string[] }
  /** Keys of the competencies rated in this interview, in the order of the scorecard. */
  readonly competencies: readonly string[]
  readonly structures: readonly string[]
  readonly sections: readonly KitSection[]
}

export interface LevelProfileContent {
  readonly key: `level.${string}`
  readonly name: string
  readonly level: JobLevel
  readonly description: string
  /** Weight 1 unless a reason is given; bar: the lowest rating that meets the level's expectation. */
  readonly competencies: readonly {
    readonly competency: string
    readonly weight: number
    readonly reason: string | null
    readonly bar: number
  }[]
}
