import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Field, type FieldProps } from './Field.tsx'

/** A password, to be shown at will: looking is safer than guessing what was typed. */
export const PasswordField = (props: FieldProps) => {
  const text = useText()
  const [shown, setShown] = useState(false)
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      endAdornment={
        <IconButton
          size="small"
          edge="end"
          aria-label={text(shown ? 'field.hidePassword' : 'field.showPassword')}
          onClick={() => setShown(!shown)}
        >
          {shown ? <VisibilityOffOutlined fontSize="small" /> : <VisibilityOutlined fontSize="small" />}
        </IconButton>
      }
    />
  )
}
