import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { useText } from '../i18n/text.ts'

export const HomeButton = () => {
  const text = useText()
  return (
    <Button component={Link} to="/" variant="outlined">
      {text('state.home')}
    </Button>
  )
}
