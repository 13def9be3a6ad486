import { type ComparedApplication, recommendations } from '@assay/contracts'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import { formatTenths } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { type Competency, coverageOf, warningsOf } from './comparison-words.ts'

const small = { color: 'text.secondary', fontSize: '0.813rem' } as const
const figure = {
  fontSize: '1.25rem',
  fontWeight: 620,
  lineHeight: 1.2,
  fontVariantNumeric: 'tabular-nums',
} as const

type OfApplication = { application: ComparedApplication }

/** How many recommend what. */
export const Recommended = ({ application }: OfApplication) => {
  const text = useText()
  const counted = recommendations
    .map((value) => ({ value, count: application.recommendations?.[value] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toReversed()
  if (counted.length === 0) return <Box sx={small}>{text('comparison.recommendedNone')}</Box>
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      {counted.map(({ value, count }) => (
        <Box component="li" key={value} sx={{ listStyle: 'none' }}>
          {text('comparison.recommendedTimes', { count, words: text(`scorecard.end.${value}`) })}
        </Box>
      ))}
    </Box>
  )
}

const Average = ({ raw }: { raw: NonNullable<ComparedApplication['raw']> }) => {
  const text = useText()
  if (raw.mean === null) {
    return <Box sx={small}>{raw.because ?? text('comparison.noAverage')}</Box>
  }
  return (
    <Box>
      <Box sx={figure}>{text('comparison.average', { mean: formatTenths(raw.mean) })}</Box>
      <Box sx={small}>
        {text('comparison.averageOf', { smart_count: raw.ratings })}{' '}
        {text('comparison.averageBy', { smart_count: raw.raters })}
      </Box>
    </Box>
  )
}

/** The plain average first; the fair score beside it, and never without its interval. `toldWhy`: why there is none. */
export const AverageAndFair = ({
  application: { raw, fair, because },
  toldWhy,
}: OfApplication & { toldWhy: boolean }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {raw && <Average raw={raw} />}
      {fair && (
        <Box>
          <Box sx={{ fontWeight: 600 }}>{text('comparison.fair', { score: formatTenths(fair.score) })}</Box>
          <Box sx={small}>
            {text('comparison.likely', { low: formatTenths(fair.low), high: formatTenths(fair.high) })}
          </Box>
        </Box>
      )}
      {!fair && toldWhy && because && <Box sx={small}>{because}</Box>}
    </Box>
  )
}

const leans = ['strict', 'lenient', 'neither', 'tooLittle'] as const

/** How those who rated a candidate rate elsewhere, without names. */
export const PanelLean = ({ application: { panel, fair, because } }: OfApplication) => {
  const text = useText()
  if (!panel) return fair && <Box sx={small}>{because}</Box>
  const { fewest, most } = panel.candidates
  return (
    <>
      {leans
        .filter((lean) => panel[lean] > 0)
        .map((lean) => (
          <div key={lean}>
            {text(`comparison.panel.${lean}`, { count: panel[lean], smart_count: panel.raters })}
          </div>
        ))}
      <Box sx={small}>
        {text(fewest === most ? 'comparison.panel.evidenceSame' : 'comparison.panel.evidence', {
          fewest,
          most,
        })}
      </Box>
    </>
  )
}

/** How much was assessed, and what to keep in mind because of it. */
export const Coverage = ({
  application,
  competencies,
  scale,
}: OfApplication & { competencies: readonly Competency[]; scale: number }) => {
  const text = useText()
  const { rated, wanted } = coverageOf(application, competencies)
  return (
    <>
      {text('comparison.assessed', { count: rated, all: wanted })}
      {warningsOf(application, competencies, scale).map((key) => (
        <Box
          key={key}
          sx={{ display: 'flex', gap: 0.5, color: 'brass.text', fontSize: '0.813rem', fontWeight: 600 }}
        >
          <WarningAmberOutlined aria-hidden sx={{ fontSize: 16, mt: 0.25, flexShrink: 0 }} />
          {text(key)}
        </Box>
      ))}
    </>
  )
}
