import { useListContext } from 'ra-core'
import { useText } from '../i18n/text.ts'
import { Choice, type Option } from './Choice.tsx'

/** One filter of a list, with "any" for none. */
export const FilterChoice = ({
  field,
  label,
  options,
}: {
  field: string
  label: string
  options: readonly Option[]
}) => {
  const text = useText()
  const { filterValues, setFilters } = useListContext()
  const { [field]: chosen, ...others } = filterValues as Record<string, string | undefined>
  return (
    <Choice
      size="small"
      label={label}
      value={chosen ?? ''}
      options={[{ value: '', label: text('list.any') }, ...options]}
      onChange={({ target }) => setFilters(target.value ? { ...others, [field]: target.value } : others)}
    />
  )
}
