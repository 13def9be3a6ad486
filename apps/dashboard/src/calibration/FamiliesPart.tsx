import type { CalibratedReliability, Calibration } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { frame } from '../comparisons/matrix-look.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { formatHundredths, formatMoment, formatTenths } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { useCalibration } from './calibration-requests.ts'
import { Leaning } from './Leaning.tsx'

type Family = Calibration['families'][number]

/** With so many interviewers figures are shown: more than these seldom sit on panels. */
const PANELS = [1, 2, 3, 4]

const table = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: '0.875rem',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    p: 1.25,
    borderTop: 1,
    borderColor: 'divider',
    minWidth: 110,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  '& thead th': { borderTop: 0, color: 'text.secondary', fontSize: '0.813rem' },
} as const

const ReliabilityRow = ({ name, of }: { name: string; of: CalibratedReliability }) => {
  const text = useText()
  const { curve, enough, because, candidates } = of
  const at = (count: number): string => {
    const found = curve?.find(({ interviewers }) => interviewers === count)
    if (!found) return ''
    const { reliability, low, high } = found
    return text('calibration.reliability.figure', {
      reliability: formatHundredths(reliability),
      low: formatHundredths(low),
      high: formatHundredths(high),
    })
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{candidates}</td>
      <td>
        {enough === null
          ? (because ?? text('calibration.reliability.unknown'))
          : text('calibration.reliability.enoughAt', { smart_count: enough })}
      </td>
      {PANELS.map((count) => (
        <td key={count}>{at(count)}</td>
      ))}
    </tr>
  )
}

const Reliability = ({ family: { family, whole, competencies, templates } }: { family: Family }) => {
  const text = useText()
  const label = `${text('calibration.reliability.title')}: ${family}`
  return (
    <Box tabIndex={0} component="section" aria-label={label} sx={frame}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            {(['what', 'candidates', 'enough'] as const).map((head) => (
              <th scope="col" key={head}>
                {text(`calibration.reliability.${head}`)}
              </th>
            ))}
            {PANELS.map((count) => (
              <th scope="col" key={count}>
                {text('calibration.reliability.with', { count })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {whole && <ReliabilityRow name={text('calibration.reliability.whole')} of={whole} />}
          {templates.map((one) => (
            <ReliabilityRow key={one.templateId} name={one.name} of={one} />
          ))}
          {competencies.map((one) => (
            <ReliabilityRow key={one.competencyId} name={one.name} of={one} />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const Interviewers = ({ family: { family, interviewers } }: { family: Family }) => {
  const text = useText()
  const label = `${text('calibration.interviewers.title')}: ${family}`
  return (
    <Box tabIndex={0} component="section" aria-label={label} sx={frame}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            {(['person', 'candidates', 'lean', 'statement'] as const).map((head) => (
              <th scope="col" key={head}>
                {text(`calibration.interviewers.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {interviewers.map((one) => (
            <tr key={one.interviewerId}>
              <th scope="row">{one.name}</th>
              <td>{one.candidates}</td>
              <td>{text(`calibration.lean.${one.lean}`)}</td>
              <td>
                <Box sx={{ minWidth: 220 }}>
                  <Leaning figures={one} />
                </Box>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const FamilyPart = ({ family, enough }: { family: Family; enough: number }) => {
  const text = useText()
  return (
    <WideSection
      title={family.family}
      about={family.fittedAt && text('calibration.fitted', { time: formatMoment(family.fittedAt) })}
    >
      {family.because && <Typography color="textSecondary">{family.because}</Typography>}
      {family.whole && (
        <>
          <Typography variant="h4" component="h3">
            {text('calibration.reliability.title')}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1, maxWidth: '72ch' }}>
            {text('calibration.reliability.about', { enough: formatTenths(enough) })}
          </Typography>
          <Reliability family={family} />
        </>
      )}
      {family.interviewers.length > 0 && (
        <>
          <Typography variant="h4" component="h3" sx={{ mt: 2.5, mb: 1 }}>
            {text('calibration.interviewers.title')}
          </Typography>
          <Interviewers family={family} />
        </>
      )}
    </WideSection>
  )
}

/** For admins: how reliable kits are, and who leans. By name; there are no places. */
export const FamiliesPart = () => {
  const text = useText()
  const { data, error, refetch } = useCalibration()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <WideSection title={text('calibration.families.title')} about={text('calibration.families.about')}>
      {data.families.length === 0 && (
        <Typography color="textSecondary">{text('calibration.families.none')}</Typography>
      )}
      {data.families.map((family) => (
        <FamilyPart key={family.family} family={family} enough={data.reliableEnough} />
      ))}
    </WideSection>
  )
}
