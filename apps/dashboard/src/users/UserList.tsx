import GroupAddOutlined from '@mui/icons-material/GroupAddOutlined'
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import { ListBase } from 'ra-core'
import { useLocation, useNavigate } from 'react-router'
import { useCurrentSession, usePermitted } from '../api/current-session.ts'
import { Blank } from '../components/Blank.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { Page } from '../components/Page.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { useText } from '../i18n/text.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { UserFilters } from './UserFilters.tsx'
import { UserCards, UserTable } from './UserTable.tsx'

/** The open dialog is in the address (after the #), so that it can be linked to and closed by going back. */
const useInviting = () => {
  const { search, hash } = useLocation()
  const navigate = useNavigate()
  const permitted = usePermitted('users.manage')
  return {
    permitted,
    open: permitted && hash === '#invite',
    start: () => void navigate({ search, hash: 'invite' }),
    stop: () => void navigate({ search, hash: '' }),
  }
}

export const UserList = () => {
  const text = useText()
  const organization = useCurrentSession()?.organization.name
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true })
  const inviting = useInviting()
  const invite = inviting.permitted && (
    <Button variant="contained" startIcon={<GroupAddOutlined />} onClick={inviting.start}>
      {text('user.invite')}
    </Button>
  )
  return (
    <Permitted permission="users.read">
      <Page title={text('user.title')} lead={text('user.lead', { organization })} actions={invite}>
        <ListBase storeKey={false} sort={{ field: 'name', order: 'ASC' }} perPage={25} disableAuthentication>
          <UserFilters />
          <ListFrame
            exported
            count="user.count"
            empty={
              <Blank icon={GroupAddOutlined} title={text('user.emptyTitle')} action={invite}>
                {text('user.emptyText')}
              </Blank>
            }
          >
            {narrow ? <UserCards /> : <UserTable />}
          </ListFrame>
        </ListBase>
      </Page>
      {inviting.open && <InviteDialog onClose={inviting.stop} />}
    </Permitted>
  )
}
