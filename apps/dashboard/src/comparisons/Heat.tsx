import type { ComparedCell } from '@assay/contracts'
import Box from '@mui/material/Box'
import { LevelMark } from '../components/LevelMark.tsx'
import { levelsOf } from '../components/rating-tone.ts'
import { formatTenths } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { cellOf, isSplit, scaleOfMarks } from './comparison-words.ts'
import type { MatrixProps } from './Matrix.tsx'
import { SpreadWords } from './Marks.tsx'
import { frame, table } from './matrix-look.ts'
import { CandidateHead, CompetencyHead } from './MatrixHead.tsx'

/** Told apart by its lines as well, where colours cannot be. */
const hatch =
  'repeating-linear-gradient(45deg, transparent 0 7px, color-mix(in srgb, currentColor 16%, transparent) 7px 9px)'

const field = {
  font: 'inherit',
  color: 'text.primary',
  display: 'block',
  width: 1,
  minHeight: 56,
  px: 1,
  py: 0.75,
  border: 0,
  borderLeft: 6,
  borderRadius: 0.75,
  textAlign: 'left',
  cursor: 'pointer',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
} as const

const empty = {
  ...field,
  cursor: 'default',
  border: '1px dashed',
  borderLeft: '1px dashed',
  borderColor: 'rating.notAssessed',
  color: 'text.secondary',
  fontSize: '0.813rem',
} as const

const HeatField = ({ cell, name, onOpen }: { cell: ComparedCell; name: string; onOpen: () => void }) => {
  const text = useText()
  const { mean, ratings, notAssessed } = cell
  const tone = levelsOf(ratings[0]?.scale ?? 4).find(({ level }) => level === Math.round(mean ?? 0))?.tone
  if (mean === null || !tone) {
    const words = notAssessed > 0 ? text('comparison.notAssessed', { smart_count: notAssessed }) : undefined
    return <Box sx={empty}>{ratings.length > 0 ? cell.because : (words ?? text('comparison.noMark'))}</Box>
  }
  return (
    <Box
      component="button"
      type="button"
      onClick={onOpen}
      sx={({ vars }) => {
        const color = vars.palette.rating[tone.replace('rating.', '') as keyof typeof vars.palette.rating]
        return {
          ...field,
          borderLeftColor: color,
          backgroundColor: `color-mix(in srgb, ${color} 24%, ${vars.palette.background.paper})`,
          backgroundImage: isSplit(cell) ? hatch : 'none',
        }
      }}
    >
      <Box component="span" sx={{ fontSize: '1.031rem', fontWeight: 620, display: 'block' }}>
        {formatTenths(mean)}
      </Box>
      <Box component="span" sx={{ fontSize: '0.813rem', '& > span': { color: 'text.primary' } }}>
        <SpreadWords cell={cell} />
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {name}
      </Box>
    </Box>
  )
}

const Legend = ({ scale }: { scale: 4 | 5 }) => {
  const text = useText()
  return (
    <Box
      component="ul"
      aria-label={text('comparison.legend')}
      sx={{
        m: 0,
        mt: 1.5,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.75,
        fontSize: '0.813rem',
        '& > li': { listStyle: 'none', display: 'inline-flex', gap: 0.75, alignItems: 'center' },
      }}
    >
      {levelsOf(scale).map(({ level, tone, name }) => (
        <li key={level}>
          <LevelMark level={level} tone={tone} size={22} />
          {text(`rating.${name}`)}
        </li>
      ))}
      <li>
        <Box
          component="span"
          aria-hidden
          sx={{
            width: 22,
            height: 22,
            border: 1,
            borderColor: 'divider',
            borderRadius: 0.5,
            backgroundImage: hatch,
          }}
        />
        {text('comparison.legendSplit')}
      </li>
    </Box>
  )
}

/** The matrix as averages in colour: where to look first. Each opens the marks behind it. */
export const Heat = ({ applications, competencies, shown, stages, onOpen }: MatrixProps) => {
  const text = useText()
  return (
    <>
      <Box tabIndex={0} component="section" aria-label={text('comparison.heat.title')} sx={frame}>
        <Box component="table" sx={{ ...table, '& td': { p: '4px !important' } }}>
          <thead>
            <tr>
              <th scope="col">{text('comparison.competency')}</th>
              {applications.map((application) => (
                <CandidateHead
                  key={application.applicationId}
                  application={application}
                  stage={stages.get(application.applicationId)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((competency) => (
              <tr key={competency.id}>
                <CompetencyHead competency={competency} among={competencies} />
                {applications.map((application) => {
                  const { applicationId, candidateName } = application
                  const cell = cellOf(application, competency.id)
                  return (
                    <td key={applicationId}>
                      {cell && (
                        <HeatField
                          cell={cell}
                          name={text('comparison.openCell', {
                            competency: competency.name,
                            name: candidateName,
                          })}
                          onOpen={() => onOpen({ applicationId, competencyId: competency.id })}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      <Legend scale={scaleOfMarks(applications)} />
    </>
  )
}
