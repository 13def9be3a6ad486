import type { ComparedApplication, Comparison } from '@assay/contracts'
import Box from '@mui/material/Box'
import { formatList, formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { asked, cellOf } from './comparison-words.ts'

interface HowToReadProps {
  comparison: Comparison
  applications: readonly ComparedApplication[]
}

/** Competencies nobody rated, with those for whom. */
const useGaps = ({ comparison, applications }: HowToReadProps): string[] => {
  const text = useText()
  return asked(comparison.competencies).flatMap(({ id, name }) => {
    const without = applications.filter((application) => !cellOf(application, id)?.ratings.length)
    if (without.length === 0) return []
    const names = formatList(without.map(({ candidateName }) => candidateName))
    return [text('comparison.reading.gap', { competency: name, names })]
  })
}

/** What stands behind the figures, and what they do not know. */
export const HowToRead = (props: HowToReadProps) => {
  const text = useText()
  const gaps = useGaps(props)
  const { fit } = props.comparison
  const people = new Set(
    props.applications.flatMap(({ cells }) =>
      cells.flatMap(({ ratings }) => ratings.map((one) => one.raterId)),
    ),
  )
  const hasPanel = props.applications.some(({ panel }) => panel !== null)
  const untold = new Set(
    props.applications.flatMap(({ fair, because }) => (fair && because ? [because] : [])),
  )
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5, maxWidth: '80ch' }}>
      <li>{text('comparison.reading.people', { smart_count: people.size })}</li>
      <li>
        {gaps.length > 0
          ? text('comparison.reading.gaps', { cells: gaps.join('; ') })
          : text('comparison.reading.noGaps')}
      </li>
      {fit && (
        <li>
          {text('comparison.reading.from', { time: formatMoment(fit.fittedAt), model: fit.modelVersion })}
        </li>
      )}
      {fit?.status === 'fresh' && fit.because && (
        <li>{text('comparison.reading.mind', { because: fit.because })}</li>
      )}
      {!hasPanel && [...untold].map((because) => <li key={because}>{because}</li>)}
      <li>{text('comparison.reading.unknown')}</li>
      <li>{text('comparison.reading.people_decide')}</li>
    </Box>
  )
}
