import { roles, userStatuses } from '@assay/contracts'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { FilterText } from '../components/FilterText.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { useText } from '../i18n/text.ts'

export const UserFilters = () => {
  const text = useText()
  return (
    <ListFilters>
      <FilterText field="q" label={text('user.search')} />
      <FilterChoice
        field="role"
        label={text('user.role')}
        options={roles.map((value) => ({ value, label: text(`role.${value}`) }))}
      />
      <FilterChoice
        field="status"
        label={text('user.status')}
        options={userStatuses.map((value) => ({ value, label: text(`user.statusIs.${value}`) }))}
      />
    </ListFilters>
  )
}
