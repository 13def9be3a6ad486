import type { PresentSnapshot } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'
import { frame } from '../comparisons/matrix-look.ts'

type Held = PresentSnapshot['snapshot']['scorecards'][number]

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
    overflowWrap: 'anywhere',
    minWidth: 120,
  },
  '& thead th': { borderTop: 0 },
} as const

/** A mark as it stands in a snapshot, which knows levels and not their words. */
export const useLevelWords = () => {
  const text = useText()
  return (level: Held['ratings'][number]['level'] | undefined): string => {
    if (level === undefined || level === null) return text('decision.snapshot.notRated')
    return level === 'not_assessed' ? text('decision.snapshot.notAssessed') : String(level)
  }
}

const Head = ({ held, name }: { held: Held; name: string }) => {
  const text = useText()
  const { revision, recommendation, confidence } = held
  return (
    <th scope="col">
      {name}
      <Box sx={{ fontWeight: 400, fontSize: '0.813rem', color: 'text.secondary' }}>
        {recommendation && confidence
          ? text('decision.snapshot.recommends', {
              recommendation: text(`scorecard.end.${recommendation}`),
              confidence: text(`scorecard.end.${confidence}`).toLowerCase(),
            })
          : text('decision.snapshot.recommendsNothing')}
        {', '}
        {revision === 1
          ? text('decision.snapshot.first')
          : text('decision.snapshot.revision', { number: revision })}
      </Box>
    </th>
  )
}

const MarksTable = ({ present: { snapshot, authors, competencies } }: { present: PresentSnapshot }) => {
  const text = useText()
  const words = useLevelWords()
  const nameOf = (authorId: string): string => authors.find(({ id }) => id === authorId)?.name ?? ''
  return (
    <Box tabIndex={0} component="section" aria-label={text('decision.snapshot.title')} sx={frame}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{text('decision.snapshot.competency')}</th>
            {snapshot.scorecards.map((held) => (
              <Head key={held.id} held={held} name={nameOf(held.authorId)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {competencies.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {snapshot.scorecards.map((held) => (
                <td key={held.id}>
                  {words(held.ratings.find(({ competencyId }) => competencyId === id)?.level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

/** What a decision would rest on, in words: the scorecards that count, as they stand. */
export const SnapshotWords = ({ present }: { present: PresentSnapshot }) => {
  const text = useText()
  const { scorecards, fit } = present.snapshot
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ fontWeight: 600 }}>
        {scorecards.length === 0
          ? text('decision.snapshot.none')
          : text('decision.snapshot.count', { smart_count: scorecards.length })}
      </Box>
      {scorecards.length > 0 && <MarksTable present={present} />}
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {fit ? text('decision.snapshot.fit', { model: fit.modelVersion }) : text('decision.snapshot.noFit')}
      </Box>
    </Box>
  )
}
