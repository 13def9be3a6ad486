import { z } from 'zod'

const words = z.string().max(20_000, 'At most 20,000 characters.').optional()
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(500, 'At most 500 entries.').optional()
const wordList = list(z.string().max(20_000, 'At most 20,000 characters.'))

/**
 * A résumé in the open JSON Resume form (jsonresume.org, schema 1.2.1): only what a reader of ours shows or suggests
 * is looked at, further fields are allowed as the schema allows them. `basics` is what tells it from other JSON.
 */
export const jsonResume = z.looseObject({
  basics: z.looseObject({
    name: words,
    label: words,
    email: words,
    phone: words,
    url: words,
    summary: words,
    location: z
      .looseObject({ address: words, postalCode: words, city: words, region: words, countryCode: words })
      .optional(),
    profiles: list(z.looseObject({ network: words, username: words, url: words })),
  }),
  work: list(
    z.looseObject({
      name: words,
      position: words,
      location: words,
      url: words,
      startDate: words,
      endDate: words,
      summary: words,
      highlights: wordList,
    }),
  ),
  volunteer: list(
    z.looseObject({
      organization: words,
      position: words,
      startDate: words,
      endDate: words,
      summary: words,
      highlights: wordList,
    }),
  ),
  education: list(
    z.looseObject({
      institution: words,
      area: words,
      studyType: words,
      startDate: words,
      endDate: words,
      score: words,
      courses: wordList,
    }),
  ),
  awards: list(z.looseObject({ title: words, date: words, awarder: words, summary: words })),
  certificates: list(z.looseObject({ name: words, date: words, issuer: words, url: words })),
  publications: list(
    z.looseObject({ name: words, publisher: words, releaseDate: words, url: words, summary: words }),
  ),
  skills: list(z.looseObject({ name: words, level: words, keywords: wordList })),
  languages: list(z.looseObject({ language: words, fluency: words })),
  interests: list(z.looseObject({ name: words, keywords: wordList })),
  references: list(z.looseObject({ name: words, reference: words })),
  projects: list(
    z.looseObject({
      name: words,
      description: words,
      highlights: wordList,
      keywords: wordList,
      startDate: words,
      endDate: words,
      url: words,
    }),
  ),
})
export type JsonResume = z.infer<typeof jsonResume>
