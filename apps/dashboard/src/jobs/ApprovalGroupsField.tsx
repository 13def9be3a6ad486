import { type ApprovalGroup, MAX_APPROVAL_GROUPS, type User } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { Field } from '../components/Field.tsx'
import { errorIn, useBound } from '../components/form-fields.tsx'
import { MoveButtons } from '../components/MoveButtons.tsx'
import { PickedList } from '../components/PickedList.tsx'
import { useListEditing } from '../components/useListEditing.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import type { JobForm } from './job-form.ts'

interface GroupProps {
  form: JobForm
  group: ApprovalGroup
  place: number
  people: readonly User[]
  /** In other groups: nobody agrees twice. */
  taken: ReadonlySet<string>
  onChange: (next: ApprovalGroup) => void
}

const GroupFields = ({ form, group, place, people, taken, onChange }: GroupProps) => {
  const text = useText()
  const named = { number: place + 1 }
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="subtitle2" component="h3">
        {text('job.approval.group', named)}
      </Typography>
      <PickedList
        unordered
        add={text('job.approval.add', named)}
        options={people
          .filter(({ id, status, role }) => status !== 'disabled' && role !== 'interviewer' && !taken.has(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        nameOf={(wanted) => people.find(({ id }) => id === wanted)?.name ?? ''}
        value={group.userIds}
        onChange={(userIds) => onChange({ ...group, userIds })}
        idOf={(id) => id}
        make={(id) => id}
        error={errorIn(form, 'approvalGroups', place, 'userIds')}
      >
        {(_id, at) => (
          <FormHelperText error>{errorIn(form, 'approvalGroups', place, 'userIds', at)}</FormHelperText>
        )}
      </PickedList>
      <Field
        size="small"
        type="number"
        sx={{ width: 120 }}
        label={text('job.approval.needed', named)}
        value={Number.isNaN(group.needed) ? '' : group.needed}
        error={errorIn(form, 'approvalGroups', place, 'needed')}
        inputProps={{ min: 1, max: Math.max(1, group.userIds.length) }}
        onChange={({ target }) =>
          onChange({ ...group, needed: target.value === '' ? Number.NaN : Number(target.value) })
        }
      />
    </Box>
  )
}

const othersIn = (groups: readonly ApprovalGroup[], place: number): ReadonlySet<string> =>
  new Set(groups.filter((_group, at) => at !== place).flatMap(({ userIds }) => userIds))

/** Who agrees to decisions before they count: groups, asked one after the other. */
export const ApprovalGroupsField = ({ form }: { form: JobForm }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'approvalGroups')
  const groups = value as ApprovalGroup[]
  const { data: people = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  const { inside, said, move, remove } = useListEditing({ value: groups, onChange, ref })
  return (
    <Box ref={inside} sx={{ display: 'grid', gap: 1.5 }}>
      {groups.length === 0 && <Typography color="textSecondary">{text('job.approval.none')}</Typography>}
      <Box component="ol" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5, '&:empty': { display: 'none' } }}>
        {groups.map((group, place) => (
          <Paper
            // oxlint-disable-next-line react/no-array-index-key -- a group is its place: it has no other name
            key={place}
            component="li"
            variant="outlined"
            data-entry={place}
            sx={{
              listStyle: 'none',
              borderRadius: 1.5,
              p: 2,
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 1fr) auto',
              gap: 1,
              alignItems: 'start',
            }}
          >
            <GroupFields
              form={form}
              group={group}
              place={place}
              people={people}
              taken={othersIn(groups, place)}
              onChange={(next) => onChange(groups.with(place, next))}
            />
            <MoveButtons
              place={place}
              count={groups.length}
              onMove={(to, part) => move(place, to, part)}
              onRemove={() => remove(place, 'remove')}
            />
          </Paper>
        ))}
      </Box>
      {error && <FormHelperText error>{error}</FormHelperText>}
      {groups.length < MAX_APPROVAL_GROUPS && (
        <Button
          variant="outlined"
          data-part="add"
          startIcon={<AddOutlined />}
          sx={{ justifySelf: 'start' }}
          onClick={() => onChange([...groups, { needed: 1, userIds: [] }])}
        >
          {text('job.approval.addGroup')}
        </Button>
      )}
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
