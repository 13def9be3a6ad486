import type { CustomField, CustomValue, CustomValues } from '@assay/contracts'
import { Prose } from '../components/Prose.tsx'
import { Section } from '../components/Section.tsx'
import { formatDate, formatList, formatNumber } from '../i18n/formats.ts'
import { type Text, useText } from '../i18n/text.ts'
import { useCustomFields } from './candidate-requests.ts'
import { Facts } from './Facts.tsx'
import { OutLink } from './OutLink.tsx'

const choiceNames = (field: CustomField, ids: readonly string[]): string =>
  formatList(field.choices.filter(({ id }) => ids.includes(id)).map(({ name }) => name))

/** The value in words, as its kind is read. */
export const customWords = (field: CustomField, value: CustomValue, text: Text): string => {
  if (Array.isArray(value)) return choiceNames(field, value)
  if (typeof value === 'boolean') return text(value ? 'candidate.yes' : 'candidate.no')
  if (typeof value === 'number') return formatNumber(value)
  if (field.kind === 'one_of') return choiceNames(field, [value])
  // Noon: a day is the same day in every time zone that people hire in.
  return field.kind === 'date' ? formatDate(`${value}T12:00:00`) : value
}

const Value = ({ field, value }: { field: CustomField; value: CustomValue }) => {
  const words = customWords(field, value, useText())
  return field.kind === 'link' ? <OutLink href={words}>{words}</OutLink> : <Prose>{words}</Prose>
}

/** What the organization's own fields say. Nothing is shown while nothing is said. */
export const CustomFacts = ({ values }: { values: CustomValues }) => {
  const text = useText()
  const said = (useCustomFields() ?? []).flatMap((field) => {
    const value = values[field.id]
    return value === undefined ? [] : [{ field, value }]
  })
  if (said.length === 0) return null
  return (
    <Section title={text('candidate.part.custom')} about={text('candidate.part.customAbout')}>
      <Facts
        facts={said.map(({ field, value }) => [
          field.name,
          <Value key={field.id} field={field} value={value} />,
        ])}
      />
    </Section>
  )
}
