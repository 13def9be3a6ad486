import type { Scorecard, ScorecardsOfApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { visuallyHidden } from '../../theme/visually-hidden.ts'
import { RatingWords } from './RatingWords.tsx'
import { contentOf } from './scorecard-reading.ts'

type Kit = ScorecardsOfApplication['interviews'][number]['kit']

interface ByCompetencyProps {
  scorecards: readonly Scorecard[]
  held: ScorecardsOfApplication['interviews']
}

const table = {
  borderCollapse: 'collapse',
  width: '100%',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    p: 1.25,
    borderTop: 1,
    borderColor: 'divider',
    overflowWrap: 'anywhere',
    minWidth: 170,
  },
  '& thead th': { borderTop: 0 },
} as const

/** On a phone, one competency under another, with those who rated it: columns would show one person at a time. */
const stacked = {
  '& thead': visuallyHidden,
  '& tr, & th, & td': { display: 'block', minWidth: 0 },
  '& tr': { borderTop: 1, borderColor: 'divider', py: 1 },
  '& tr:first-of-type': { borderTop: 0 },
  '& tbody th, & td': { border: 0, py: 0.75 },
  '& [data-who]::before': {
    content: 'attr(data-who)',
    display: 'block',
    color: 'text.secondary',
    fontSize: '0.813rem',
    mb: 0.5,
  },
  '& [data-not-here]': { display: 'none' },
} as const

const Evidence = ({ scorecard, competencyId }: { scorecard: Scorecard; competencyId: string }) => {
  const text = useText()
  const pieces = Object.entries(contentOf(scorecard)?.ratings[competencyId]?.evidence ?? {})
  if (pieces.length === 0) return null
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.75, pl: 2, fontSize: '0.875rem', display: 'grid', gap: 0.5 }}>
      {pieces.map(([id, { kind, text: said }]) => (
        <li key={id}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {text('scorecards.evidence', { kind: text(`scorecard.evidence.${kind}`) })}
          </Box>
          <Prose>{said}</Prose>
        </li>
      ))}
    </Box>
  )
}

const isRatedIn = (kit: Kit | undefined, competencyId: string): boolean =>
  kit?.competencies.some(({ id }) => id === competencyId) ?? false

interface CellProps {
  scorecard: Scorecard
  competencyId: string
  kit: Kit | undefined
}

const Cell = ({ scorecard, competencyId, kit }: CellProps) => {
  const text = useText()
  if (!kit || !isRatedIn(kit, competencyId)) {
    return (
      <Box component="td" data-not-here="" sx={{ color: 'text.secondary' }}>
        <span aria-hidden>–</span>
        <Box component="span" sx={visuallyHidden}>
          {text('scorecards.notRatedHere')}
        </Box>
      </Box>
    )
  }
  return (
    <td data-who={scorecard.author.name}>
      <RatingWords level={contentOf(scorecard)?.ratings[competencyId]?.level ?? null} scale={kit.scale} />
      <Evidence scorecard={scorecard} competencyId={competencyId} />
    </td>
  )
}

const Author = ({ scorecard, template }: { scorecard: Scorecard; template: string | undefined }) => {
  const text = useText()
  return (
    <th scope="col">
      {scorecard.author.name}
      <Box sx={{ fontWeight: 'normal', fontSize: '0.813rem', color: 'text.secondary' }}>{template}</Box>
      {scorecard.shadow && (
        <Box sx={{ fontWeight: 'normal', fontSize: '0.813rem', color: 'brass.text' }}>
          {text('scorecards.shadow')}
        </Box>
      )}
    </th>
  )
}

/** Every competency that anybody rated, with what each of them gave it and why. */
export const ByCompetency = ({ scorecards, held }: ByCompetencyProps) => {
  const text = useText()
  const interviews = new Map(held.map((interview) => [interview.id, interview]))
  const submitted = scorecards.map(({ interviewId }) => interviews.get(interviewId)?.kit)
  const competencies = new Map(
    submitted.flatMap((kit) => kit?.competencies.map(({ id, name }) => [id, name] as const) ?? []),
  )
  return (
    <Box
      tabIndex={0}
      component="section"
      aria-label={text('scorecards.byCompetency')}
      sx={{
        overflowX: 'auto',
        // Or else words that are only heard make the page wider.
        position: 'relative',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <Box
        component="table"

        sx={[table, (theme) => ({ [theme.breakpoints.down('sm')]: stacked })]}
      >
        <thead>
          <tr>
            <th scope="col">{text('scorecards.competency')}</th>
            {scorecards.map((scorecard) => (
              <Author
                key={scorecard.id}
                scorecard={scorecard}
                template={interviews.get(scorecard.interviewId)?.template}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {[...competencies].map(([competencyId, name]) => (
            <tr key={competencyId}>
              <th scope="row">{name}</th>
              {scorecards.map((scorecard) => (
                <Cell
                  key={scorecard.id}
                  scorecard={scorecard}
                  competencyId={competencyId}
                  kit={interviews.get(scorecard.interviewId)?.kit}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
