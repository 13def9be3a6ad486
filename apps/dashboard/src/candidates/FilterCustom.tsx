import { type CustomField, filteredKinds } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useListContext } from 'ra-core'
import { useState } from 'react'
import { Choice, type Option } from '../components/Choice.tsx'
import { useText } from '../i18n/text.ts'
import { useCustomFields } from './candidate-requests.ts'

type Asked = Record<string, string | boolean>
type Filters = { customValues?: Asked } & Record<string, unknown>

/** The server narrows by at most so many fields at once. */
const AT_ONCE = 5

const YES = 'yes'

const useOptions = ({ kind, choices }: CustomField): Option[] => {
  const text = useText()
  if (kind !== 'yes_no') return choices.map(({ id, name }) => ({ value: id, label: name }))
  return [
    { value: YES, label: text('candidate.yes') },
    { value: 'no', label: text('candidate.no') },
  ]
}

interface FieldFilterProps {
  field: CustomField
  held: string | boolean | undefined
  onChange: (value: string | boolean | undefined) => void
}

const FieldFilter = ({ field, held, onChange }: FieldFilterProps) => {
  const text = useText()
  const options = useOptions(field)
  const worded = typeof held === 'boolean' ? (held ? YES : 'no') : held
  return (
    <Choice
      size="small"
      label={field.name}
      value={worded ?? ''}
      options={[{ value: '', label: text('list.any') }, ...options]}
      onChange={({ target: { value } }) => {
        if (value === '') onChange(undefined)
        else onChange(field.kind === 'yes_no' ? value === YES : value)
      }}
    />
  )
}

/** By the organization's own fields that are chosen from: unfolded when asked for, and while one of them is set. */
export const FilterCustom = () => {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { filterValues, setFilters } = useListContext()
  const { customValues = {}, ...others } = filterValues as Filters
  const fields = (useCustomFields() ?? []).filter(({ kind }) => filteredKinds.includes(kind))
  const count = Object.keys(customValues).length
  if (fields.length === 0) return null
  if (!isOpen && count === 0) {
    return (
      <Button sx={{ justifySelf: 'start' }} aria-expanded={false} onClick={() => setOpen(true)}>
        {text('candidate.filter.more')}
      </Button>
    )
  }
  const apply = (id: string, value: string | boolean | undefined) => {
    const { [id]: _replaced, ...rest } = customValues
    const asked = value === undefined ? rest : { ...rest, [id]: value }
    setFilters(Object.keys(asked).length > 0 ? { ...others, customValues: asked } : others)
    setOpen(true)
  }
  return fields
    .filter(({ id }) => id in customValues || count < AT_ONCE)
    .map((field) => (
      <FieldFilter
        key={field.id}
        field={field}
        held={customValues[field.id]}
        onChange={(value) => apply(field.id, value)}
      />
    ))
}
