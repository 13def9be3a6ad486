import type { Role } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Keys } from '../commands/Keys.tsx'
import { useText } from '../i18n/text.ts'

/** For those who look after nothing here yet: what will come, what their role is, and how to get around. */
export const Welcome = ({ role }: { role: Role }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box>
        <Typography variant="h3" component="h2">
          {text('home.roleTitle', { role: text(`role.${role}`) })}
        </Typography>
        <Typography color="textSecondary" sx={{ mt: 0.5, maxWidth: '68ch' }}>
          {text(`roleMeans.${role}`)}
        </Typography>
      </Box>
      <KeysHint />
    </Box>
  )
}

export const KeysHint = () => {
  const text = useText()
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      component="p"
      sx={{ display: { xs: 'none', md: 'block' } }}
    >
      {text('home.press')} <Keys keys={['mod', 'K']} /> {text('home.forSearch')} <Keys keys={['?']} />{' '}
      {text('home.forKeys')}
    </Typography>
  )
}
