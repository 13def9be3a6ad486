import type { ComparedApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { formatTenths } from '../i18n/formats.ts'
import { type Text, useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { scaleOfMarks } from './comparison-words.ts'
import { frame } from './matrix-look.ts'

type OfApplications = { applications: readonly ComparedApplication[] }

const figures = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: '0.875rem',
  '& th, & td': {
    textAlign: 'left',
    p: 1.25,
    borderTop: 1,
    borderColor: 'divider',
    fontVariantNumeric: 'tabular-nums',
  },
  '& thead th': { borderTop: 0, color: 'text.secondary', fontSize: '0.813rem' },
  '& th[scope=row]': { minWidth: 130, overflowWrap: 'anywhere' },
} as const

const said = (text: Text, { candidateName: name, raw, fair }: ComparedApplication): string => {
  if (raw?.mean === null || raw?.mean === undefined) return text('comparison.dots.ofNone', { name })
  const mean = formatTenths(raw.mean)
  if (!fair) return text('comparison.dots.ofRaw', { name, mean })
  const { score, low, high } = fair
  return text('comparison.dots.of', {
    name,
    mean,
    score: formatTenths(score),
    low: formatTenths(low),
    high: formatTenths(high),
  })
}

const Track = ({ application, scale }: { application: ComparedApplication; scale: number }) => {
  const { raw, fair } = application
  const at = (figure: number): string => `${((figure - 1) / (scale - 1)) * 100}%`
  const levels = Array.from({ length: scale }, (_none, place) => place + 1)
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 34, mx: 1.5, '& > span': { position: 'absolute' } }}>
      {levels.map((level) => (
        <Box
          key={level}
          component="span"
          sx={{ left: at(level), top: 0, bottom: 0, borderLeft: 1, borderColor: 'divider' }}
        />
      ))}
      {fair && (
        <>
          <Box
            component="span"
            sx={{
              left: at(fair.low),
              right: `calc(100% - ${at(fair.high)})`,
              top: 13,
              height: 8,
              borderRadius: 4,
              bgcolor: 'rating.yes',
              opacity: 0.45,
            }}
          />
          <Box
            component="span"
            sx={{
              left: at(fair.score),
              top: 9,
              width: 16,
              height: 16,
              ml: '-8px',
              borderRadius: '50%',
              bgcolor: 'rating.strongYes',
            }}
          />
        </>
      )}
      {typeof raw?.mean === 'number' && (
        <Box
          component="span"
          sx={{
            left: at(raw.mean),
            top: 11,
            width: 12,
            height: 12,
            ml: '-6px',
            transform: 'rotate(45deg)',
            bgcolor: 'background.paper',
            border: 2,
            borderColor: 'text.primary',
          }}
        />
      )}
    </Box>
  )
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '200px minmax(0, 1fr)' },
  alignItems: 'center',
  columnGap: 2,
} as const

const Axis = ({ scale }: { scale: number }) => (
  <Box sx={row} aria-hidden>
    <span />
    <Box
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        px: 1,
        color: 'text.secondary',
        fontSize: '0.813rem',
      }}
    >
      {Array.from({ length: scale }, (_none, place) => (
        <span key={place}>{place + 1}</span>
      ))}
    </Box>
  </Box>
)

const FiguresTable = ({ applications }: OfApplications) => {
  const text = useText()
  const none = text('comparison.dots.none')
  const heads = ['average', 'marks', 'people', 'fair', 'interval'] as const
  return (
    <Box tabIndex={0} component="section" aria-label={text('comparison.dots.table')} sx={{ ...frame, mt: 2 }}>
      <Box component="table" sx={figures}>
        <thead>
          <tr>
            <th scope="col">{text('comparison.candidate')}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {text(`comparison.dots.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {applications.map(({ applicationId, candidateName, raw, fair }) => (
            <tr key={applicationId}>
              <th scope="row">{candidateName}</th>
              <td>{typeof raw?.mean === 'number' ? formatTenths(raw.mean) : none}</td>
              <td>{raw?.ratings ?? none}</td>
              <td>{raw?.raters ?? none}</td>
              <td>{fair ? formatTenths(fair.score) : none}</td>
              <td>
                {fair
                  ? text('comparison.near', { low: formatTenths(fair.low), high: formatTenths(fair.high) })
                  : none}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

/** Each candidate on the scale: average, fair score and its interval. The same stands below as a table. */
export const Dots = ({ applications }: OfApplications) => {
  const text = useText()
  const scale = scaleOfMarks(applications)
  return (
    <>
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1.5,
          bgcolor: 'background.paper',
          p: { xs: 1.5, sm: 2 },
        }}
      >
        {applications.map((application) => (
          <Box key={application.applicationId} sx={row}>
            <Typography component="div" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              {application.candidateName}
            </Typography>
            <Track application={application} scale={scale} />
            <Box component="span" sx={visuallyHidden}>
              {said(text, application)}
            </Box>
          </Box>
        ))}
        <Axis scale={scale} />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {text('comparison.dots.about')}
        </Typography>
      </Box>
      <FiguresTable applications={applications} />
    </>
  )
}
