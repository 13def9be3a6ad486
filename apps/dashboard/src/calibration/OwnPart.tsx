import type { OwnCalibration, Scale } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { LevelMark } from '../components/LevelMark.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { levelsOf } from '../components/rating-tone.ts'
import { Section } from '../components/Section.tsx'
import { formatMoment, formatTenths } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { useOwnCalibration } from './calibration-requests.ts'
import { Leaning } from './Leaning.tsx'

type Marks = OwnCalibration['marks'][number]

const bars = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: '0.875rem',
  '& th, & td': { textAlign: 'left', py: 0.75, pr: 1.5, fontWeight: 400, fontVariantNumeric: 'tabular-nums' },
  '& thead th': { color: 'text.secondary', fontSize: '0.813rem', fontWeight: 600 },
  '& th:first-of-type': { width: { xs: 110, sm: 150 } },
} as const

const UseOfScale = ({ marks: { scale, levels, mean, spread } }: { marks: Marks }) => {
  const text = useText()
  const most = Math.max(1, ...levels)
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {text('calibration.own.scale', { scale })}
      </Typography>
      <Box component="table" sx={bars}>
        <thead>
          <tr>
            <th scope="col">{text('calibration.own.level')}</th>
            <th scope="col">{text('calibration.own.given')}</th>
          </tr>
        </thead>
        <tbody>
          {levelsOf(scale as Scale).map(({ level, name, tone }) => (
            <tr key={level}>
              <th scope="row">
                <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
                  <LevelMark level={level} tone={tone} size={22} />
                  {text(`rating.${name}`)}
                </Box>
              </th>
              <td>
                <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                  <Box
                    aria-hidden
                    sx={{
                      height: 12,
                      width: `${((levels[level - 1] ?? 0) / most) * 70}%`,
                      bgcolor: tone,
                      borderRadius: 0.5,
                    }}
                  />
                  {levels[level - 1] ?? 0}
                </Box>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {spread === null
          ? text('calibration.own.average', { mean: formatTenths(mean) })
          : text('calibration.own.averageSpread', { mean: formatTenths(mean), spread: formatTenths(spread) })}
      </Box>
    </Box>
  )
}

const Counted = ({ own }: { own: OwnCalibration }) => {
  const text = useText()
  const { scorecards, candidates, competencies, asked, notAssessed, turnaround } = own
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
      <li>{text('calibration.own.scorecards', { smart_count: scorecards, candidates, competencies })}</li>
      <li>{text('calibration.own.notAssessed', { asked, count: notAssessed })}</li>
      {turnaround && (
        <li>
          {text('calibration.own.turnaround', { hours: formatTenths(turnaround.medianHours) })}{' '}
          {text('calibration.own.late', { count: turnaround.after48Hours })}
        </li>
      )}
    </Box>
  )
}

const Families = ({ families }: Pick<OwnCalibration, 'families'>) => {
  const text = useText()
  if (families.length === 0) return text('calibration.own.noFamilies')
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {families.map(({ family, fittedAt, figures, because }) => (
        <div key={family}>
          <Typography variant="subtitle2" component="h3" sx={{ overflowWrap: 'anywhere' }}>
            {family}
          </Typography>
          {figures ? <Leaning figures={figures} /> : because}
          {fittedAt && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>
              {text('calibration.fitted', { time: formatMoment(fittedAt) })}
            </Box>
          )}
        </div>
      ))}
    </Box>
  )
}

/** What somebody gave, told to themselves before anybody talks to them about it. */
export const OwnPart = () => {
  const text = useText()
  const { data, error, refetch } = useOwnCalibration()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <>
      <Section title={text('calibration.own.title')} about={text('calibration.own.about')}>
        {data.scorecards === 0 ? (
          <Typography color="textSecondary">{text('calibration.own.none')}</Typography>
        ) : (
          <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Counted own={data} />
            {data.marks.map((marks) => (
              <UseOfScale key={marks.scale} marks={marks} />
            ))}
          </Box>
        )}
      </Section>
      <Section title={text('calibration.own.colleagues')}>
        <Families families={data.families} />
      </Section>
    </>
  )
}
