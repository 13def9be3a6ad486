import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput'
import { useEffect, useState } from 'react'

/** A field that grows with its text. On a page that has just loaded, the first measure is of a line too few. */
export const GrowingInput = (props: OutlinedInputProps) => {
  const [, measureAgain] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => measureAgain(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return <OutlinedInput multiline {...props} />
}
