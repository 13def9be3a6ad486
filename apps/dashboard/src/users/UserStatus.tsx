import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import type { User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { formatRelative } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

const looks = {
  active: { icon: CheckOutlined, color: 'success.main', ground: 'tint.success' },
  invited: { icon: HourglassEmptyOutlined, color: 'brass.text', ground: 'tint.brass' },
  disabled: { icon: BlockOutlined, color: 'text.secondary', ground: 'surface.sunken' },
} as const

export const invitationIsOver = (user: User): boolean =>
  user.status === 'invited' &&
  user.invitationExpiresAt !== null &&
  Date.parse(user.invitationExpiresAt) < Date.now()

/** Whether someone can sign in, by word, sign and colour. */
export const UserStatus = ({ user }: { user: User }) => {
  const text = useText()
  const { icon: Icon, color, ground } = looks[user.status]
  const over = invitationIsOver(user)
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}
    >
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.5,
          px: 0.875,
          py: 0.125,
          borderRadius: 0.75,
          bgcolor: ground,
          color,
          fontSize: '0.813rem',
          fontWeight: 600,
        }}
      >
        <Icon aria-hidden sx={{ fontSize: 15 }} />
        {over ? text('user.invitationOver') : text(`user.statusIs.${user.status}`)}
      </Box>
      {user.status === 'invited' && !over && user.invitationExpiresAt && (
        <Box component="span" sx={{ fontSize: '0.813rem', color: 'text.secondary' }}>
          {formatRelative(user.invitationExpiresAt)}
        </Box>
      )}
    </Box>
  )
}
