import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { plain } from './search-words.rules.ts'

export type Vocabulary = 'tags' | 'sources'

/** More different words than these nobody keeps in order; each costs one step along an index. */
const MAX_STEPS = 1_000
const MAX_ANSWER = 50

const WORDS: Record<Vocabulary, { from: string; folded: string; word: string }> = {
  tags: { from: 'candidate_tags x WHERE x.organization_id = $1', folded: 'x.folded', word: 'x.tag' },
  sources: {
    from: 'candidates x WHERE x.organization_id = $1 AND x.merged_into IS NULL AND x.erased_at IS NULL',
    folded: 'x.folded_source',
    word: 'x.source',
  },
}

/** From one word to the next along the index: a million rows hold few different ones. */
const statementOf = ({ from, folded, word }: (typeof WORDS)[Vocabulary]): string => {
  const next = (after: string): string =>
    `SELECT ${folded} FROM ${from} AND ${folded} ${after} ORDER BY ${folded} LIMIT 1`
  return `WITH RECURSIVE steps(folded, step) AS (
      SELECT (${next("> ''")}), 1
      UNION ALL SELECT (${next('> steps.folded')}), step + 1 FROM steps
       WHERE steps.folded IS NOT NULL AND step < ${MAX_STEPS})
    SELECT (SELECT ${word} FROM ${from} AND ${folded} = steps.folded LIMIT 1) AS word FROM steps
     WHERE steps.folded IS NOT NULL AND position($2 IN steps.folded) > 0 LIMIT ${MAX_ANSWER}`
}

/** The words that people here sort candidates by, to choose from. */
@Injectable()
export class CandidateVocabularyQueries {
  constructor(private readonly work: UnitOfWork) {}

  async words(vocabulary: Vocabulary, typed = ''): Promise<string[]> {
    const rows = await this.work.query<{ word: string }>(statementOf(WORDS[vocabulary]), [
      this.work.tenant.organizationId,
      plain(typed),
    ])
    return rows.map(({ word }) => word)
  }
}
