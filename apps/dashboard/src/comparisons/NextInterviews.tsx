import type { Comparison, OneMoreInterview } from '@assay/contracts'
import Box from '@mui/material/Box'
import { formatHundredths, formatShare } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

interface NextInterviewsProps {
  comparison: Comparison
  names: ReadonlyMap<string, string>
}

const One = ({
  next,
  names,
  competency,
}: { next: OneMoreInterview; competency: string } & Pick<NextInterviewsProps, 'names'>) => {
  const text = useText()
  const said = {
    name: names.get(next.applicationId),
    against: names.get(next.against),
    interviewer: next.interviewerName,
    competency,
    before: formatHundredths(next.seBefore),
    after: formatHundredths(next.seAfter),
    chance: formatShare(next.probabilityToldApart),
  }
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {text('comparison.next.what', said)}
      </Box>{' '}
      {text('comparison.next.doubt', said)} {text('comparison.next.chance', said)}
    </Box>
  )
}

/** What one more interview would be expected to tell. */
export const NextInterviews = ({ comparison: { wouldChange, competencies }, names }: NextInterviewsProps) => {
  const text = useText()
  const inSight = wouldChange.filter(
    ({ applicationId, against }) => names.has(applicationId) && names.has(against),
  )
  if (inSight.length === 0) {
    return <Box sx={{ color: 'text.secondary' }}>{text('comparison.next.none')}</Box>
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, maxWidth: '80ch' }}>
      {inSight.map((next) => (
        <One
          key={`${next.applicationId} ${next.against} ${next.interviewerId} ${next.competencyId}`}
          next={next}
          names={names}
          competency={competencies.find(({ id }) => id === next.competencyId)?.name ?? ''}
        />
      ))}
    </Box>
  )
}
