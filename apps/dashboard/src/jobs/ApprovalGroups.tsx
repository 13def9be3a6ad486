import type { Job, User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { formatList } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

/** Who agrees to decisions about applications of a job, in order. */
export const ApprovalGroups = ({ groups }: { groups: Job['approvalGroups'] }) => {
  const text = useText()
  const { data: people = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  if (groups.length === 0) return <Typography color="textSecondary">{text('job.approval.none')}</Typography>
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
      {groups.map(({ needed, userIds }) => {
        const names = people.filter(({ id }) => userIds.includes(id)).map(({ name }) => name)
        return <li key={userIds.join()}>{text('job.approval.of', { needed, names: formatList(names) })}</li>
      })}
    </Box>
  )
}
