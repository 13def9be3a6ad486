import { keyframes } from '@emotion/react'
import Box from '@mui/material/Box'

const turn = keyframes({ to: { transform: 'rotate(1turn)' } })

/** A ring that turns. With a label it stands for what is awaited; without one it only decorates words beside it. */
export const Spinner = ({ size = 18, label }: { size?: number; label?: string }) => (
  <Box
    component="span"
    {...(label ? { role: 'progressbar', 'aria-label': label } : { 'aria-hidden': true })}
    sx={{
      display: 'inline-block',
      flexShrink: 0,
      width: size,
      height: size,
      borderRadius: '50%',
      border: '2px solid',
      borderColor: 'currentColor',
      borderTopColor: 'transparent',
      opacity: 0.8,
      animation: `${turn} 0.8s linear infinite`,
    }}
  />
)
