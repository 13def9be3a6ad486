import type { VersionSummary } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'

type Facts = Pick<VersionSummary, 'minutes' | 'durationMinutes' | 'questions' | 'competencies'>

/** How large a version is, in one quiet line. */
export const VersionFacts = ({ version }: { version: Facts }) => {
  const text = useText()
  const { minutes, durationMinutes: duration, questions, competencies } = version
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.875rem' }}
    >
      <Box component="span" sx={{ color: minutes > duration ? 'error.main' : 'inherit' }}>
        {text('template.minutesOf', { minutes, duration })}
      </Box>
      <span>{text('template.questions', { smart_count: questions })}</span>
      <span>{text('template.competencies', { smart_count: competencies })}</span>
    </Box>
  )
}
