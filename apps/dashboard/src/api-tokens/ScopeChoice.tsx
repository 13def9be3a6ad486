import type { Permission } from '@assay/contracts'
import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import { useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useText } from '../i18n/text.ts'

interface ScopeChoiceProps {
  field: UseFormRegisterReturn
  offered: readonly Permission[]
  error?: string | undefined
}

/** The rights a token may carry: those of the table that its owner has. */
export const ScopeChoice = ({ field, offered, error }: ScopeChoiceProps) => {
  const text = useText()
  const id = useId()
  return (
    <Box
      component="fieldset"
      aria-describedby={error ? id : undefined}
      sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 0.75 }}
    >
      <Box component="legend" sx={{ p: 0, mb: 0.5, fontSize: '0.875rem', fontWeight: 600 }}>
        {text('apiToken.scopes')}
      </Box>
      {offered.map((scope) => (
        <Box
          key={scope}
          component="label"
          sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 28, cursor: 'pointer' }}
        >
          <Box
            component="input"
            type="checkbox"
            value={scope}
            {...field}
            sx={{ width: 17, height: 17, m: 0, accentColor: 'var(--assay-palette-primary-main)' }}
          />
          {text(`permission.${scope}`)}
        </Box>
      ))}
      {error && (
        <FormHelperText id={id} error>
          {error}
        </FormHelperText>
      )}
    </Box>
  )
}
