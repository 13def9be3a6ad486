import Button, { type ButtonProps } from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId } from 'react'

export interface ExplainedButtonProps extends ButtonProps {
  /** What is missing before it does anything, in words beside it; empty when nothing is. */
  missing?: string | false | null | undefined
  /** At the right end of a row, the words stand before it. */
  wordsFirst?: boolean
}

const look = { '&[aria-disabled]': { opacity: 0.5, cursor: 'default' } } as const

/** A button that waits for something says for what. It stays focusable, so that its reason is found by keyboard, too. */
export const ExplainedButton = ({
  missing,
  wordsFirst = false,
  onClick,
  sx,
  ...props
}: ExplainedButtonProps) => {
  const id = useId()
  const words = missing && (
    <Typography id={id} variant="body2" color="textSecondary" component="span">
      {missing}
    </Typography>
  )
  return (
    <>
      {wordsFirst && words}
      <Button
        {...props}
        aria-disabled={missing ? true : props['aria-disabled']}
        aria-describedby={missing ? id : props['aria-describedby']}
        onClick={(event) => {
          if (missing) event.preventDefault()
          else onClick?.(event)
        }}
        sx={missing ? { ...look, ...sx } : sx}
      />
      {!wordsFirst && words}
    </>
  )
}
