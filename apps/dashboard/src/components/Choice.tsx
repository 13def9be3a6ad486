import FormControl from '@mui/material/FormControl'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import { inColumn } from '../theme/visually-hidden.ts'
import { useId, type ChangeEventHandler, type FocusEventHandler, type ReactNode, type Ref } from 'react'

export interface Option {
  value: string
  label: string
}

interface ChoiceProps {
  label: string
  options: readonly Option[]
  error?: string | undefined
  hint?: ReactNode
  value?: string
  name?: string
  onChange?: ChangeEventHandler<HTMLSelectElement>
  onBlur?: FocusEventHandler
  inputRef?: Ref<HTMLSelectElement>
  size?: 'small' | 'medium'
  /** A heading says it for a whole column; on a narrow screen, without columns, it is seen all the same. */
  titled?: boolean
}

/** One of several. The system's own list: right on a phone, searchable by typing, known to every screen reader. */
export const Choice = ({
  label,
  options,
  error,
  hint,
  inputRef,
  size = 'medium',
  titled = false,
  ...select
}: ChoiceProps) => {
  const id = useId()
  const note = error ?? hint
  return (
    <FormControl fullWidth error={Boolean(error)} sx={{ minWidth: 0 }}>
      <FormLabel htmlFor={id} sx={titled ? inColumn : { mb: 0.5 }}>
        {label}
      </FormLabel>
      <NativeSelect
        input={<OutlinedInput size={size} />}
        inputRef={inputRef}
        inputProps={{ id, 'aria-describedby': note ? `${id}-note` : undefined }}
        {...select}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
      {note && (
        <FormHelperText id={`${id}-note`} component="div">
          {note}
        </FormHelperText>
      )}
    </FormControl>
  )
}
