import FormControl from '@mui/material/FormControl'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput'
import { GrowingInput } from './GrowingInput.tsx'
import { inColumn } from '../theme/visually-hidden.ts'
import { useId, type ReactNode } from 'react'

export interface FieldProps extends Omit<OutlinedInputProps, 'error' | 'label' | 'id'> {
  label: string
  /** What is wrong with it; replaces the hint. */
  error?: string | undefined
  hint?: ReactNode
  /** A heading says it for a whole column; on a narrow screen, without columns, it is seen all the same. */
  titled?: boolean
}

/** A labelled line of text. The label stands above and stays: it is read before, while and after typing. */
export const Field = ({ label, error, hint, inputProps, titled = false, ...input }: FieldProps) => {
  const id = useId()
  const note = error ?? hint
  const Input = input.multiline ? GrowingInput : OutlinedInput
  return (
    <FormControl fullWidth error={Boolean(error)}>
      <FormLabel htmlFor={id} sx={titled ? inColumn : { mb: 0.5 }}>
        {label}
      </FormLabel>
      <Input
        {...input}
        id={id}
        slotProps={{ input: { ...inputProps, 'aria-describedby': note ? `${id}-note` : undefined } }}
      />
      {note && (
        <FormHelperText id={`${id}-note`} component="div">
          {note}
        </FormHelperText>
      )}
    </FormControl>
  )
}
