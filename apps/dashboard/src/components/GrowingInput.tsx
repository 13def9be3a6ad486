import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput'
import { useEffect, useState } from 'react'

/** Browsers that can do it grow the field themselves: what is measured by script is at times a line too few. */
const growing = ({ minRows = 1, maxRows }: OutlinedInputProps) => ({
  '@supports (field-sizing: content)': {
    '& textarea:not([aria-hidden])': {
      fieldSizing: 'content',
      height: 'auto !important',
      minHeight: `calc(${minRows}lh + 18px)`,
      boxSizing: 'border-box',
      ...(maxRows && { maxHeight: `calc(${maxRows}lh + 18px)`, overflow: 'auto !important' }),
    },
  },
})

/** A field that grows with its text. On a page that has just loaded, the first measure is of a line too few. */
export const GrowingInput = ({ sx, ...props }: OutlinedInputProps) => {
  const [, measureAgain] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => measureAgain(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return <OutlinedInput multiline {...props} sx={[growing(props), ...(Array.isArray(sx) ? sx : [sx])]} />
}
