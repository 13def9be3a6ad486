import type { AnswerStructure } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Prose } from '../../components/Prose.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { useText } from '../../i18n/text.ts'

export const AnswerStructureFacts = ({ row: { steps } }: { row: AnswerStructure }) => {
  const text = useText()
  return <span>{text('bank.stepCount', { smart_count: steps.length })}</span>
}

const box = {
  mt: 0.25,
  width: 18,
  height: 18,
  flexShrink: 0,
  borderRadius: 0.5,
  border: 1.5,
  borderColor: 'surface.control',
} as const

const steplist = {
  m: 0,
  p: 0,
  listStyle: 'none',
  maxWidth: 760,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  bgcolor: 'background.paper',
  '&:empty': { display: 'none' },
} as const

/** The steps as the interviewer sees them: in the order in which a good answer goes, each to be ticked. */
export const AnswerStructureReading = ({ row: { purpose, steps } }: { row: AnswerStructure }) => {
  const text = useText()
  return (
    <>
      <Typography component="div" sx={{ fontSize: '1.031rem', lineHeight: 1.6, maxWidth: '64ch', mb: 3 }}>
        <Prose>{purpose || text('bank.nothingWritten')}</Prose>
      </Typography>
      <WideSection title={text('bank.field.steps')} about={text('bank.about.steps')}>
        <Box component="ol" sx={steplist}>
          {steps.map((step, place) => (
            <Box
              component="li"
              key={step.key}
              sx={{
                display: 'flex',
                gap: 1.5,
                px: 2,
                py: 1.125,
                '& + &': { borderTop: 1, borderColor: 'divider' },
              }}
            >
              <Box
                component="span"
                sx={{
                  width: 20,
                  color: 'text.secondary',
                  fontVariantNumeric: 'tabular-nums',
                  textAlign: 'right',
                }}
              >
                {place + 1}
              </Box>
              <Box component="span" aria-hidden sx={box} />
              <Prose>{step.text}</Prose>
            </Box>
          ))}
        </Box>
        {steps.length === 0 && (
          <Typography variant="body2" color="textSecondary">
            {text('bank.nothingWritten')}
          </Typography>
        )}
      </WideSection>
    </>
  )
}
