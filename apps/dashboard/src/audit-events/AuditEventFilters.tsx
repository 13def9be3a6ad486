import { auditActions, type User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useGetList, useListContext } from 'ra-core'
import { Field } from '../components/Field.tsx'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { useText } from '../i18n/text.ts'
import { dayOf, endOfDay, startOfDay } from './days.ts'

type Bound = 'from' | 'to'

const DayFilter = ({ bound }: { bound: Bound }) => {
  const text = useText()
  const { filterValues, setFilters } = useListContext()
  const { [bound]: moment, ...others } = filterValues as Record<string, string | undefined>
  const edge = bound === 'from' ? startOfDay : endOfDay
  return (
    <Field
      size="small"
      type="date"
      label={text(`audit.${bound}`)}
      value={moment ? dayOf(moment) : ''}
      onChange={({ target }) => {
        const at = edge(target.value)
        setFilters(at ? { ...others, [bound]: at } : others, undefined, false)
      }}
    />
  )
}

/** Set by following a link from a person's page; here it can only be taken off. */
const AboutFilter = () => {
  const text = useText()
  const { filterValues, setFilters } = useListContext()
  const { subjectId, ...others } = filterValues as Record<string, string | undefined>
  if (!subjectId) return null
  return (
    <Button variant="outlined" size="small" onClick={() => setFilters(others)} sx={{ justifySelf: 'start' }}>
      {`${text('audit.about')} · ${text('audit.aboutClear')}`}
    </Button>
  )
}

export const AuditEventFilters = () => {
  const text = useText()
  const { data: people = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
    filter: {},
  })
  return (
    <ListFilters>
      <FilterChoice
        field="action"
        label={text('audit.filterAction')}
        options={auditActions.map((value) => ({ value, label: text(`audit.action.${value}`) }))}
      />
      <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        <FilterChoice
          field="actorId"
          label={text('audit.filterActor')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Box>
      <DayFilter bound="from" />
      <DayFilter bound="to" />
      <AboutFilter />
    </ListFilters>
  )
}
