import { useListContext } from 'ra-core'
import { Choice } from '../components/Choice.tsx'
import { useText } from '../i18n/text.ts'

/** The order of the rows; it stands in the address like the filters. */
export const SortChoice = ({ nameField }: { nameField: string }) => {
  const text = useText()
  const { sort, setSort } = useListContext()
  return (
    <Choice
      size="small"
      label={text('bank.sort')}
      value={`${sort.field} ${sort.order}`}
      options={[
        { value: `${nameField} ASC`, label: text('bank.sortName') },
        { value: `${nameField} DESC`, label: text('bank.sortNameBack') },
        { value: 'updatedAt DESC', label: text('bank.sortRecent') },
        { value: 'updatedAt ASC', label: text('bank.sortOldest') },
      ]}
      onChange={({ target }) => {
        const [field = nameField, order] = target.value.split(' ')
        setSort({ field, order: order === 'DESC' ? 'DESC' : 'ASC' })
      }}
    />
  )
}
