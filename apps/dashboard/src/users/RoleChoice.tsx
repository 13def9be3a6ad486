import { roles, type Role } from '@assay/contracts'
import Box from '@mui/material/Box'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useId } from 'react'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { useText } from '../i18n/text.ts'

interface RoleChoiceProps {
  field: UseFormRegisterReturn
  disabled?: boolean
  /** The section it stands in has said it already. */
  titled?: boolean
}

const card = {
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: 1.25,
  p: 1.25,
  borderRadius: 1,
  border: 1,
  borderColor: 'divider',
  '&:has(:checked)': { borderColor: 'primary.main', bgcolor: 'tint.verdigris' },
  '&:has(:focus-visible)': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
} as const

const Role = ({ role, field, disabled }: RoleChoiceProps & { role: Role }) => {
  const text = useText()
  const id = useId()
  return (
    <Box component="label" sx={{ ...card, cursor: disabled ? 'default' : 'pointer' }}>
      <Box
        component="input"
        type="radio"
        value={role}
        disabled={disabled}
        aria-describedby={id}
        {...field}
        sx={{
          accentColor: 'var(--assay-palette-primary-main)',
          width: 16,
          height: 16,
          mt: 0.375,
          outline: 'none',
        }}
      />
      <Box component="span" sx={{ fontWeight: 600 }}>
        {text(`role.${role}`)}
      </Box>
      <Box component="span" id={id} sx={{ gridColumn: 2, color: 'text.secondary', fontSize: '0.813rem' }}>
        {text(`roleMeans.${role}`)}
      </Box>
    </Box>
  )
}

/** A role is chosen by what it means, not by its name alone. */
export const RoleChoice = ({ titled = false, ...props }: RoleChoiceProps) => {
  const text = useText()
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 1, minWidth: 0 }}>
      <Box
        component="legend"
        sx={titled ? visuallyHidden : { p: 0, mb: 0.5, fontSize: '0.875rem', fontWeight: 600 }}
      >
        {text('user.role')}
      </Box>
      {roles.map((role) => (
        <Role key={role} role={role} {...props} />
      ))}
    </Box>
  )
}
