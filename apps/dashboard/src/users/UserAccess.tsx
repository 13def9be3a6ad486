import type { User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { UserLink, type LinkKind } from './UserLink.tsx'
import { useUserCommands } from './user-commands.ts'

type Switch = 'disable' | 'enable'

const SwitchDialog = ({ user, to, onClose }: { user: User; to: Switch; onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useUserCommands()
  const { name } = user
  return (
    <ConfirmDialog
      title={text(`user.detail.${to}Title`, { name })}
      verb={text(`user.detail.${to}`)}
      grave={to === 'disable'}
      onClose={onClose}
      work={async () => {
        await commands[to](user.id)
        notify(`user.detail.${to}d`, { messageArgs: { name } })
      }}
    >
      {text(`user.detail.${to}Text`, { role: text(`role.${user.role}`) })}
    </ConfirmDialog>
  )
}

const LinkOffer = ({ kind, onAsk }: { kind: LinkKind; onAsk: () => void }) => {
  const text = useText()
  return (
    <Box
      sx={{
        pt: 2,
        mt: 2,
        borderTop: 1,
        borderColor: 'divider',
        display: 'grid',
        gap: 1,
        justifyItems: 'start',
      }}
    >
      <Button variant="outlined" onClick={onAsk}>
        {text(`user.detail.${kind}`)}
      </Button>
      <Typography variant="body2" color="textSecondary">
        {text(`user.detail.${kind}About`)}
      </Typography>
    </Box>
  )
}

/** Whether someone can sign in, and the links that let them in. */
export const UserAccess = ({ user }: { user: User }) => {
  const text = useText()
  const [switching, setSwitching] = useState<Switch | null>(null)
  const [link, setLink] = useState<LinkKind | null>(null)
  const to = user.status === 'disabled' ? 'enable' : 'disable'
  const kind: LinkKind = user.status === 'invited' ? 'renew' : 'reset'
  return (
    <Section title={text('user.detail.access')} about={text('user.detail.accessAbout')}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          alignItems: 'center',
          justifyContent: 'space-between',
        }}
      >
        <Typography>{text(`user.detail.${user.status}Text`)}</Typography>
        <Button
          variant="outlined"
          color={to === 'disable' ? 'error' : 'primary'}
          onClick={() => setSwitching(to)}
        >
          {text(`user.detail.${to}`)}
        </Button>
      </Box>
      {user.status !== 'disabled' && <LinkOffer kind={kind} onAsk={() => setLink(kind)} />}
      {switching && <SwitchDialog user={user} to={switching} onClose={() => setSwitching(null)} />}
      {link && <UserLink user={user} kind={link} onClose={() => setLink(null)} />}
    </Section>
  )
}
