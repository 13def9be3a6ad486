import { keyframes } from '@emotion/react'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Spinner } from './Spinner.tsx'

const SLOW = 4_000
const appear = keyframes({ from: { opacity: 0 }, '60%': { opacity: 0 }, to: { opacity: 1 } })

/** Nothing for the first moments, so that quick answers do not flicker; then progress; then words. */
export const PageLoading = () => {
  const text = useText()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Box
      sx={{
        display: 'grid',
        placeItems: 'center',
        alignContent: 'center',
        gap: 2,
        minHeight: '50vh',
        p: 3,
        color: 'primary.main',
        animation: `${appear} 500ms`,
      }}
    >
      <Spinner size={28} label={text('slow.working')} />
      <Typography variant="body2" color="textSecondary" component="output">
        {slow && text('slow.still')}
      </Typography>
    </Box>
  )
}
