import type { Invitation } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { CopyField } from '../components/CopyField.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

interface InvitationLinkProps {
  made: Invitation
  onClose: () => void
  onAnother?: () => void
}

/** The one time the link is seen. */
export const InvitationLink = ({ made, onClose, onAnother }: InvitationLinkProps) => {
  const text = useText()
  const { email } = made.user
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>
        {text(made.mailed ? 'user.inviting.mailed' : 'user.inviting.notMailed', { email })}
      </Typography>
      <CopyField label={text('user.inviting.link')} value={made.link} />
      <Typography variant="body2" color="textSecondary">
        {text('user.inviting.once', { moment: formatMoment(made.expiresAt) })}
      </Typography>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        {onAnother && <Button onClick={onAnother}>{text('user.inviting.another')}</Button>}
        <Button variant="contained" onClick={onClose}>
          {text('action.close')}
        </Button>
      </Box>
    </Box>
  )
}
