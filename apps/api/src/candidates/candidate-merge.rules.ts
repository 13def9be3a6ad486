import { type CustomValues, filledColumns, type MergeGain } from '@assay/contracts'
import { matchedOf, type Medium } from './contact-match.rules.ts'
import { sortable } from './search-words.rules.ts'

type Contacts = MergeGain['emails'] | MergeGain['phones'] | MergeGain['links']

/** What of a candidate a merge looks at. */
export type MergeFacts = Omit<MergeGain, 'filled'> & Record<MergeGain['filled'][number], string | null>

/** Two e-mail addresses may differ after the plus and both be used; two spellings of a number are one number. */
const sameness = (medium: Medium, value: string): string =>
  medium === 'email' ? value : matchedOf(medium, value)

const lackingContacts = <All extends Contacts>(medium: Medium, kept: All, other: All): All => {
  const known = new Set(kept.map(({ value }) => sameness(medium, value)))
  return other.filter(({ value }) => !known.has(sameness(medium, value))) as All
}

/** What the one who stays lacks and the other has. Where both say something, the one who stays is right. */
export const gainOf = (kept: MergeFacts, other: MergeFacts): MergeGain => {
  const tags = new Set(kept.tags.map(sortable))
  return {
    emails: lackingContacts('email', kept.emails, other.emails),
    phones: lackingContacts('phone', kept.phones, other.phones),
    links: lackingContacts('link', kept.links, other.links),
    tags: other.tags.filter((tag) => !tags.has(sortable(tag))),
    customValues: valuesOf(other.customValues, (fieldId) => !(fieldId in kept.customValues)),
    filled: filledColumns.filter((column) => kept[column] === null && other[column] !== null),
  }
}

/** Of a gain, only what is among `lost`: what somebody took away on purpose does not come back by another way. */
export const within = (gain: MergeGain, lost: MergeGain): MergeGain => {
  const among = <All extends Contacts>(all: All, some: Contacts): All =>
    all.filter(({ value }) => some.some((one) => one.value === value)) as All
  return {
    emails: among(gain.emails, lost.emails),
    phones: among(gain.phones, lost.phones),
    links: among(gain.links, lost.links),
    tags: gain.tags.filter((tag) => lost.tags.some((one) => sortable(one) === sortable(tag))),
    customValues: valuesOf(gain.customValues, (fieldId) => fieldId in lost.customValues),
    filled: gain.filled.filter((column) => lost.filled.includes(column)),
  }
}

const valuesOf = (values: CustomValues, isWanted: (fieldId: string) => boolean): CustomValues =>
  Object.fromEntries(Object.entries(values).filter(([fieldId]) => isWanted(fieldId)))
