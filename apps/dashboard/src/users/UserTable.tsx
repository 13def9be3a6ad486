import type { User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { DataTable, useListContext } from 'react-admin'
import { Moment } from '../components/Moment.tsx'
import { useText } from '../i18n/text.ts'
import { UserName } from './UserName.tsx'
import { UserStatus } from './UserStatus.tsx'

const LastSignedIn = ({ user }: { user: User }) => {
  const text = useText()
  return user.lastSignedInAt ? (
    <Moment at={user.lastSignedInAt} relative />
  ) : (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text('user.never')}
    </Box>
  )
}

export const UserTable = () => {
  const text = useText()
  return (
    <DataTable<User> bulkActionButtons={false} rowClick={false} hover={false} size="medium">
      <DataTable.Col<User>
        source="name"
        label={text('user.person')}
        render={(user) => <UserName user={user} />}
      />
      <DataTable.Col<User>
        source="role"
        label={text('user.role')}
        render={({ role }) => text(`role.${role}`)}
      />
      <DataTable.Col<User>
        source="status"
        label={text('user.status')}
        render={(user) => <UserStatus user={user} />}
      />
      <DataTable.Col<User>
        source="lastSignedInAt"
        label={text('user.lastSignedIn')}
        render={(user) => <LastSignedIn user={user} />}
      />
    </DataTable>
  )
}

/** On a phone a table of four columns is a strip of a table: cards say the same. */
export const UserCards = () => {
  const text = useText()
  const { data = [] } = useListContext<User>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {data.map((user) => (
        <Box
          component="li"
          key={user.id}
          sx={{
            listStyle: 'none',
            p: 2,
            '& + &': { borderTop: 1, borderColor: 'divider' },
            display: 'grid',
            gap: 1,
          }}
        >
          <UserName user={user} />
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              pl: 5.75,
              alignItems: 'center',
              fontSize: '0.875rem',
            }}
          >
            <span>{text(`role.${user.role}`)}</span>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              <UserStatus user={user} />
            </Box>
          </Box>
        </Box>
      ))}
    </Box>
  )
}
