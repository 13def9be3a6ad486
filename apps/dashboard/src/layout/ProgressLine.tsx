import { keyframes } from '@emotion/react'
import Box from '@mui/material/Box'
import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'

const run = keyframes({ from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(250%)' } })
const NOTICEABLE = 400
const SLOW = 5_000

const useLongerThan = (active: boolean, milliseconds: number): boolean => {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setLong(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [active, milliseconds])
  return long && active
}

const line = {
  display: 'block',
  position: 'fixed',
  insetInline: 0,
  top: 0,
  zIndex: 'tooltip',
  pointerEvents: 'none',
} as const

const words = {
  width: 'fit-content',
  mx: 'auto',
  mt: 1,
  px: 1.5,
  py: 0.5,
  borderRadius: 1,
  bgcolor: 'text.primary',
  color: 'background.paper',
  fontSize: '0.813rem',
} as const

/** A line at the top while answers are awaited, and words when it takes long. Quick answers show nothing. */
export const ProgressLine = () => {
  const text = useText()
  const waiting = useIsFetching() > 0
  const shown = useLongerThan(waiting, NOTICEABLE)
  const slow = useLongerThan(waiting, SLOW)
  return (
    <Box component="output" sx={line}>
      {shown && (
        <Box sx={{ height: 3, overflow: 'hidden' }}>
          <Box
            sx={{
              width: '40%',
              height: 1,
              bgcolor: 'brass.main',
              animation: `${run} 1.2s ease-in-out infinite`,
            }}
          />
        </Box>
      )}
      {slow && <Box sx={words}>{text('slow.still')}</Box>}
    </Box>
  )
}
