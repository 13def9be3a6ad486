import type { Scorecard, ScorecardsOfApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { RatingWords } from './RatingWords.tsx'
import { contentOf } from './scorecard-reading.ts'

type Kit = ScorecardsOfApplication['interviews'][number]['kit']

interface ByCompetencyProps {
  scorecards: readonly Scorecard[]
  kits: ReadonlyMap<string, Kit>
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

const Cell = ({
  scorecard,
  competencyId,
  kits,
}: { scorecard: Scorecard; competencyId: string } & Pick<ByCompetencyProps, 'kits'>) => {
  const text = useText()
  const kit = kits.get(scorecard.interviewId)
  if (!kit?.competencies.some(({ id }) => id === competencyId)) {
    return <Box sx={{ color: 'text.secondary' }}>{text('scorecards.notRatedHere')}</Box>
  }
  return (
    <>
      <RatingWords level={contentOf(scorecard)?.ratings[competencyId]?.level ?? null} scale={kit.scale} />
      <Evidence scorecard={scorecard} competencyId={competencyId} />
    </>
  )
}

/** Every competency that anybody rated, with what each of them gave it and why. */
export const ByCompetency = ({ scorecards, kits }: ByCompetencyProps) => {
  const text = useText()
  const competencies = new Map(
    [...kits.values()].flatMap((kit) => kit.competencies.map(({ id, name }) => [id, name] as const)),
  )
  return (
    <Box
      tabIndex={0}
      component="section"
      aria-label={text('scorecards.byCompetency')}
      sx={{
        overflowX: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{text('scorecards.competency')}</th>
            {scorecards.map(({ id, author, shadow }) => (
              <th scope="col" key={id}>
                {author.name}
                {shadow && (
                  <Box sx={{ fontWeight: 'normal', fontSize: '0.813rem', color: 'brass.text' }}>
                    {text('scorecards.shadow')}
                  </Box>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...competencies].map(([competencyId, name]) => (
            <tr key={competencyId}>
              <th scope="row">{name}</th>
              {scorecards.map((scorecard) => (
                <td key={scorecard.id}>
                  <Cell scorecard={scorecard} competencyId={competencyId} kits={kits} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
