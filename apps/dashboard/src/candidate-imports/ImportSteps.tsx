import type { ImportFormat } from '@assay/contracts'
import Box from '@mui/material/Box'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { columnsAddress, importAddress } from './import-requests.ts'

export type ImportStep = 'file' | 'columns' | 'check'

const step = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  fontSize: '0.875rem',
  fontWeight: 600,
  color: 'text.secondary',
  '&[aria-current]': { color: 'text.primary' },
  '& > span:first-of-type': {
    display: 'grid',
    placeItems: 'center',
    width: 24,
    height: 24,
    borderRadius: '50%',
    border: 1,
    borderColor: 'surface.control',
    fontSize: '0.813rem',
    flexShrink: 0,
  },
  '&[aria-current] > span:first-of-type': {
    bgcolor: 'primary.main',
    borderColor: 'primary.main',
    color: 'primary.contrastText',
  },
} as const

interface ImportStepsProps {
  at: ImportStep
  /** Once there is one, its steps can be gone to. */
  of?: { id: string; format: ImportFormat; mayChange: boolean }
}

/** Where one is on the way. */
export const ImportSteps = ({ at, of }: ImportStepsProps) => {
  const text = useText()
  const second = of?.format === 'json_resume' ? 'options' : 'columns'
  const steps = [
    { name: 'file', label: text('candidateImport.step.file'), to: undefined },
    {
      name: 'columns',
      label: text(`candidateImport.step.${second}`),
      to: of?.mayChange ? columnsAddress(of.id) : undefined,
    },
    { name: 'check', label: text('candidateImport.step.check'), to: of && importAddress(of.id) },
  ]
  return (
    <Box
      component="ol"
      aria-label={text('candidateImport.steps')}
      sx={{
        m: 0,
        mb: 3,
        p: 0,
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 1,
      }}
    >
      {steps.map(({ name, label, to }, place) => (
        <Box component="li" key={name} aria-current={name === at ? 'step' : undefined} sx={step}>
          <span aria-hidden>{place + 1}</span>
          {to && name !== at ? (
            <TextLink to={to} sx={{ color: 'inherit' }}>
              {label}
            </TextLink>
          ) : (
            <span>{label}</span>
          )}
        </Box>
      ))}
    </Box>
  )
}
