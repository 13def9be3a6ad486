import type { User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useCurrentSession } from '../api/current-session.ts'
import { EmailAddress } from '../components/EmailAddress.tsx'
import { PersonMark } from '../components/PersonMark.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'

/** A person in a list: initials, name and address. The name is the way to their page. */
export const UserName = ({ user }: { user: User }) => {
  const text = useText()
  const own = useCurrentSession()?.user.id === user.id
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
      <PersonMark name={user.name} />
      <Box sx={{ minWidth: 0 }}>
        <TextLink
          to={`/users/${user.id}/show`}
          underline="hover"
          sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}
        >
          {user.name}
        </TextLink>
        {own && (
          <Box component="span" sx={{ ml: 0.75, color: 'text.secondary', fontSize: '0.813rem' }}>
            {`(${text('user.you')})`}
          </Box>
        )}
        <Box sx={{ color: 'text.secondary', fontSize: '0.813rem', overflowWrap: 'anywhere' }}>
          <EmailAddress email={user.email} />
        </Box>
      </Box>
    </Box>
  )
}
