import { useListContext } from 'ra-core'
import { Choice } from './Choice.tsx'
import { useText } from '../i18n/text.ts'

/** What is in use, or what was put away. */
export const ArchivedFilter = () => {
  const text = useText()
  const { filterValues, setFilters } = useListContext()
  const { archived, ...others } = filterValues as Record<string, unknown>
  return (
    <Choice
      size="small"
      label={text('order.state')}
      value={archived === true ? 'archived' : 'live'}
      options={[
        { value: 'live', label: text('order.live') },
        { value: 'archived', label: text('order.archived') },
      ]}
      onChange={({ target }) =>
        setFilters(target.value === 'archived' ? { ...others, archived: true } : others)
      }
    />
  )
}
