import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'

interface CheckLineProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** One thing that holds or does not. */
export const CheckLine = ({ label, checked, onChange }: CheckLineProps) => (
  <FormControlLabel
    label={label}
    control={<Checkbox checked={checked} size="small" onChange={(_event, next) => onChange(next)} />}
    sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.875rem' } }}
  />
)
