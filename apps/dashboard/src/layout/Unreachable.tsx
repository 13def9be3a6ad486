import { keyframes } from '@emotion/react'
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Blank } from '../components/Blank.tsx'
import { useText } from '../i18n/text.ts'

const appear = keyframes({ from: { opacity: 0 }, '80%': { opacity: 0 }, to: { opacity: 1 } })

/** Nobody could say who is signed in. Waits a moment, since signing out passes through this state, too. */
export const Unreachable = () => {
  const text = useText()
  return (
    <Box sx={{ animation: `${appear} 700ms` }}>
      <Blank
        icon={CloudOffOutlined}
        heading="h1"
        title={text('problem.unavailable.title')}
        action={
          <Button variant="contained" onClick={() => location.reload()}>
            {text('failure.retry')}
          </Button>
        }
      >
        {text('problem.unavailable.cure')}
      </Blank>
    </Box>
  )
}
