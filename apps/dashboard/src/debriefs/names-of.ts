const listed = new Intl.ListFormat('en', { type: 'conjunction' })

/** People or competencies in a sentence. */
export const namesOf = (all: readonly { name: string }[]): string =>
  listed.format(all.map(({ name }) => name))
