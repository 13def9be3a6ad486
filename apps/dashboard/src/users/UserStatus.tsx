import BlockOutlined from '@mui/icons-material/BlockOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import type { User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { StatusMark } from '../components/StatusMark.tsx'
import { formatRelative } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

const looks = {
  invited: { icon: HourglassEmptyOutlined, color: 'brass.text', ground: 'tint.brass' },
  disabled: { icon: BlockOutlined, color: 'text.secondary', ground: 'surface.sunken' },
} as const

export const invitationIsOver = (user: User): boolean =>
  user.status === 'invited' &&
  user.invitationExpiresAt !== null &&
  Date.parse(user.invitationExpiresAt) < Date.now()

/** Whether someone can sign in. Being able to is the rule and stays quiet; exceptions carry a sign and a colour. */
export const UserStatus = ({ user }: { user: User }) => {
  const text = useText()
  const over = invitationIsOver(user)
  if (user.status === 'active') return text('user.statusIs.active')
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}
    >
      <StatusMark look={looks[user.status]}>
        {over ? text('user.invitationOver') : text(`user.statusIs.${user.status}`)}
      </StatusMark>
      {user.status === 'invited' && !over && user.invitationExpiresAt && (
        <Box component="span" sx={{ fontSize: '0.813rem', color: 'text.secondary' }}>
          {text('user.runsOut', { when: formatRelative(user.invitationExpiresAt) })}
        </Box>
      )}
    </Box>
  )
}
