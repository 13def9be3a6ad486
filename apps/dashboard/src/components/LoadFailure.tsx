import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Component, type ReactNode } from 'react'
import { Mark } from '../brand/Mark.tsx'
import { useText } from '../i18n/text.ts'

const Message = () => {
  const text = useText()
  return (
    <Box
      component="main"
      role="alert"
      sx={{ maxWidth: 460, mx: 'auto', px: 3, py: '18vh', display: 'grid', gap: 2 }}
    >
      <Mark size={36} />
      <Typography variant="h1">{text('failure.reloadTitle')}</Typography>
      <Typography color="textSecondary">{text('failure.reloadText')}</Typography>
      <Box>
        <Button variant="contained" onClick={() => location.reload()}>
          {text('failure.reload')}
        </Button>
      </Box>
    </Box>
  )
}

/** The last net: a page whose code is gone after an update, or that broke before it could show why. */
export class LoadFailure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Message /> : this.props.children
  }
}
