import type { Invitation, User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { CopyField } from '../components/CopyField.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { InvitationLink } from './InvitationLink.tsx'
import { useUserCommands, type PasswordResetLink } from './user-commands.ts'

export type LinkKind = 'renew' | 'reset'

interface UserLinkProps {
  user: User
  kind: LinkKind
  onClose: () => void
}

const Reset = ({ user, made, onClose }: { user: User; made: PasswordResetLink; onClose: () => void }) => {
  const text = useText()
  return (
    <>
      <CopyField label={text('user.detail.resetLink')} value={made.link} />
      <Typography>
        {text(made.mailed ? 'user.detail.resetMailed' : 'user.detail.resetNotMailed', { email: user.email })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {text('user.inviting.once', { moment: formatMoment(made.expiresAt) })}
      </Typography>
      <Box sx={{ justifySelf: 'end' }}>
        <Button variant="contained" onClick={onClose}>
          {text('action.close')}
        </Button>
      </Box>
    </>
  )
}

/** Makes a one-time link for one person, and shows it once. */
export const UserLink = ({ user, kind, onClose }: UserLinkProps) => {
  const text = useText()
  const id = useId()
  const commands = useUserCommands()
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [reset, setReset] = useState<PasswordResetLink | null>(null)
  const submission = useSubmission(async () => {
    if (kind === 'renew') setInvitation(await commands.renewInvitation(user.id))
    else setReset(await commands.makeResetLink(user.id))
  })
  return (
    <Dialog
      open
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
    >
      <DialogTitle id={id}>{text(`user.detail.${kind}Title`, { name: user.name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {invitation && <InvitationLink made={invitation} onClose={onClose} />}
        {reset && <Reset user={user} made={reset} onClose={onClose} />}
        {!invitation && !reset && (
          <>
            <Typography>{text(`user.detail.${kind}About`)}</Typography>
            <ProblemNotice problem={submission.problem} />
            <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
              <Button onClick={onClose}>{text('action.cancel')}</Button>
              <SubmitButton type="button" sending={submission.sending} onClick={() => void submission.send()}>
                {text(`user.detail.${kind}`)}
              </SubmitButton>
            </Box>
          </>
        )}
      </DialogContent>
    </Dialog>
  )
}
