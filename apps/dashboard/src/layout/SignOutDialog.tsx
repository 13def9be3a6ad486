import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useSyncExternalStore } from 'react'
import { useFocusAtStart } from '../components/useFocusAtStart.ts'
import { saveUnsent } from '../drafts/save-unsent.ts'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import {
  onSignOutQuestion,
  putSignOutQuestion,
  signOutQuestion,
  type SignOutQuestion,
} from './sign-out-question.ts'

const stay = (): void => putSignOutQuestion(null)

const Question = ({ unsent, signOut }: SignOutQuestion) => {
  const text = useText()
  const id = useId()
  const first = useFocusAtStart()
  return (
    <Dialog open onClose={stay} maxWidth="sm" fullWidth role="alertdialog" aria-labelledby={id}>
      <DialogTitle id={id}>{text('signOut.title')}</DialogTitle>
      <DialogContent>
        <Typography>{text('signOut.text')}</Typography>
        <Box component="ul" sx={{ mt: 1.5, mb: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
          {unsent.map(({ subject, title, writtenAt }) => (
            <li key={`${subject} ${writtenAt}`}>
              {text('signOut.written', { title, time: formatMoment(new Date(writtenAt).toISOString()) })}
            </li>
          ))}
        </Box>
        <Typography color="textSecondary" sx={{ mt: 1.5 }}>
          {text('signOut.goesOn')}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
        <Button
          color="error"
          onClick={() => {
            stay()
            void signOut()
          }}
        >
          {text('signOut.discard')}
        </Button>
        <Button onClick={() => saveUnsent(unsent)}>{text('signOut.download')}</Button>
        <Button variant="contained" ref={first} onClick={stay}>
          {text('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Signing out takes everything from this device: asked when some of it is nowhere else. Staying is the safe answer. */
export const SignOutDialog = () => {
  const question = useSyncExternalStore(onSignOutQuestion, signOutQuestion)
  return question && <Question {...question} />
}
