import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { fold } from './folding.ts'
import { id, line, moment, prose, revision } from './text.ts'

export const customFieldKinds = ['text', 'number', 'date', 'yes_no', 'one_of', 'several_of', 'link'] as const
export const customFieldKind = z.enum(customFieldKinds).meta({ id: 'CustomFieldKind' })
export type CustomFieldKind = z.infer<typeof customFieldKind>

/** Kinds that are chosen from a list, and kinds that a list of candidates can be filtered by. */
export const chosenKinds: readonly CustomFieldKind[] = ['one_of', 'several_of']
export const filteredKinds: readonly CustomFieldKind[] = ['one_of', 'several_of', 'yes_no']

export const MAX_CUSTOM_FIELDS = 100
export const MAX_CHOICES = 100

/** Ids are made by the client, so that a choice keeps its meaning when it is renamed. */
const choices = z
  .array(z.strictObject({ id: reference, name: line(80) }))
  .max(MAX_CHOICES, `At most ${MAX_CHOICES} choices.`)
  .refine((all) => hasNoTwins(all.map((one) => one.id)), 'Two choices have one id.')
  .refine((all) => hasNoTwins(all.map(({ name }) => fold(name))), 'Two choices have one name.')

/** What an organization wants to know of candidates besides what everybody does. */
export const customField = z
  .object({
    id,
    name: z.string(),
    kind: customFieldKind,
    choices: z.array(z.object({ id, name: z.string() })),
    position: z.int(),
    archivedAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
    revision,
  })
  .meta({ id: 'CustomField' })
export type CustomField = z.infer<typeof customField>

export const createCustomField = z
  .strictObject({ name: line(80), kind: customFieldKind, choices: choices.default([]) })
  .meta({ id: 'CreateCustomField' })
export type CreateCustomField = z.infer<typeof createCustomField>

/** The kind stays what it was made: values were typed for it. */
export const updateCustomField = z
  .strictObject({ name: line(80), choices })
  .partial()
  .meta({ id: 'UpdateCustomField' })
export type UpdateCustomField = z.infer<typeof updateCustomField>

/** All live fields in the order in which they are to stand. */
export const arrangeCustomFields = z
  .strictObject({
    ids: z.array(reference).max(MAX_CUSTOM_FIELDS).refine(hasNoTwins, 'A field stands once.'),
  })
  .meta({ id: 'ArrangeCustomFields' })

export const customFieldList = listQuery({
  sort: ['position', 'name'],
  direction: 'ASC',
  filter: { archived: z.boolean() },
})

/** Only what leads to a web page: a link is clicked on. Without a scheme it is taken for https. */
export const webLink = line(500)
  .transform((text) =>
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`,
  )
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === ''
  }, 'This is not the address of a web page.')

/** Shapes of what is typed into a field. */
export const customTexts = {
  text: prose(2_000, 1),
  link: webLink,
  date: z.iso.date('This is not a date.'),
}

/**
 * What one field says: text, a link, a date (`2026-11-23`) or the id of a choice as text; a number; yes or no;
 * several ids of choices. Which of them fits is up to the field's kind.
 */
export const customValue = z.union([
  z.string().max(4_000, 'At most 2000 characters.'),
  z.number(),
  z.boolean(),
  z.array(reference).max(MAX_CHOICES),
])
export type CustomValue = z.infer<typeof customValue>

/** By the id of the field. */
export const customValues = z.record(id, customValue)
export type CustomValues = z.infer<typeof customValues>
