import { useListContext } from 'ra-core'
import { Choice } from './Choice.tsx'
import { useText } from '../i18n/text.ts'

/** The order of the rows; it stands in the address like the filters. */
export const SortChoice = ({ nameField, created = false }: { nameField: string; created?: boolean }) => {
  const text = useText()
  const { sort, setSort } = useListContext()
  return (
    <Choice
      size="small"
      label={text('order.label')}
      value={`${sort.field} ${sort.order}`}
      options={[
        ...(created
          ? [
              { value: 'createdAt DESC', label: text('order.newest') },
              { value: 'createdAt ASC', label: text('order.first') },
            ]
          : []),
        { value: `${nameField} ASC`, label: text('order.name') },
        { value: `${nameField} DESC`, label: text('order.nameBack') },
        { value: 'updatedAt DESC', label: text('order.recent') },
        { value: 'updatedAt ASC', label: text('order.oldest') },
      ]}
      onChange={({ target }) => {
        const [field = nameField, order] = target.value.split(' ')
        setSort({ field, order: order === 'DESC' ? 'DESC' : 'ASC' })
      }}
    />
  )
}
