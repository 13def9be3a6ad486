import type { InterviewRoom, ScorecardDraft, VersionContent } from '@assay/contracts'

type Shown = InterviewRoom['handOffs'][number]

/** Ids of what was got to and what was not, with the kit that they are in. */
export type HandedOver = Omit<Shown, 'entries'> & {
  covered: string[]
  notReached: string[]
  kit: Pick<VersionContent, 'competencies' | 'sections'>
}

/** Questions and competencies by name, in the order of the kit that they were asked with. */
export const handOffsOf = ({ covered, notReached, kit, handedOverAt, ...who }: HandedOver): Shown => {
  const named = [
    ...kit.sections.flatMap(({ questions }) => questions.map(({ id, title }) => ({ id, name: title }))),
    ...kit.competencies.map(({ id, name }) => ({ id, name })),
  ]
  const entries = named.flatMap((one): Shown['entries'] => {
    if (covered.includes(one.id)) return [{ ...one, reached: 'covered' }]
    return notReached.includes(one.id) ? [{ ...one, reached: 'not_reached' }] : []
  })
  // Inside of JSON the database writes times in its own way.
  return { ...who, handedOverAt: new Date(handedOverAt).toISOString(), entries }
}

/** What a draft says of how far its author got. */
export const pickedOf = ({ handOff }: Pick<ScorecardDraft, 'handOff'>) => {
  const ids = (wanted: 'covered' | 'not_reached') =>
    Object.entries(handOff)
      .filter(([, how]) => how === wanted)
      .map(([id]) => id)
  return { covered: ids('covered'), notReached: ids('not_reached') }
}
