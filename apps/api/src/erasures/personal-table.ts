/** How rows of a table lead to a candidate. `$1` is the organization, `$2` the ids of all records of the person. */
export type Leads =
  'candidate' | 'id' | 'application' | 'interview' | 'scorecard' | 'debrief' | 'decision' | 'hold'

/** What becomes of what a table holds about a person. Every column is named: a new one has to be thought about. */
export interface PersonalTable {
  table: string
  leads: Leads
  /** The rows go, columns are emptied, or nothing is done because of the words in `keeps`. */
  erase: 'rows' | 'columns' | 'nothing'
  /** With `columns`: what stands there afterwards, as SQL. */
  columns?: Readonly<Record<string, string>>
  /** Columns that stay: ids, dates, states and counts. */
  keeps: readonly string[]
  /** Who does it, where it is not the redaction by this list. */
  by?: 'assay_erase_candidates' | 'candidate-documents' | 'candidate-imports'
}
