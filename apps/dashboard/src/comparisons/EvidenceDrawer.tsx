import type { Scorecard, ScorecardsOfApplication } from '@assay/contracts'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { Moment } from '../components/Moment.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { PersonMark } from '../components/PersonMark.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Prose } from '../components/Prose.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { RatingWords } from '../scorecards/reading/RatingWords.tsx'
import { contentOf, scorecardsAddress, useScorecardsOf } from '../scorecards/reading/scorecard-reading.ts'
import type { OpenCell } from './useComparisonAddress.ts'

type Held = ScorecardsOfApplication['interviews'][number]

interface OfCompetency {
  scorecard: Scorecard
  held: Held
  competencyId: string
}

const questionsOf = ({ kit }: Held): ReadonlyMap<string, string> =>
  new Map(kit.sections.flatMap(({ questions }) => questions.map(({ id, title }) => [id, title] as const)))

/** What somebody said it rests on: each piece with its kind, and the question it answered. */
const Pieces = ({ scorecard, held, competencyId }: OfCompetency) => {
  const text = useText()
  const pieces = Object.entries(contentOf(scorecard)?.ratings[competencyId]?.evidence ?? {})
  const questions = questionsOf(held)
  if (pieces.length === 0) {
    return <Box sx={{ color: 'text.secondary' }}>{text('comparison.evidence.none')}</Box>
  }
  return pieces.map(([id, { kind, text: said, questionId }]) => {
    const question = questionId === null ? undefined : questions.get(questionId)
    return (
      <Box key={id} sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
        <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>
          {text(`scorecard.evidence.${kind}`)}
          {question && `. ${text('comparison.evidence.answer', { question })}`}
        </Box>
        <Prose>{said}</Prose>
      </Box>
    )
  })
}

const One = (props: OfCompetency) => {
  const text = useText()
  const { scorecard, held, competencyId } = props
  const level = contentOf(scorecard)?.ratings[competencyId]?.level ?? null
  return (
    <Box
      component="li"
      sx={{ listStyle: 'none', display: 'grid', gap: 1, py: 2, borderTop: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}>
        <PersonMark name={scorecard.author.name} size={26} />
        <Typography variant="h4" component="h3">
          {scorecard.author.name}
        </Typography>
        <RatingWords level={level} scale={held.kit.scale} />
      </Box>
      {scorecard.shadow && <Box sx={{ color: 'brass.text' }}>{text('scorecards.shadow')}</Box>}
      <Pieces {...props} />
      <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>
        {held.template}, <Moment at={held.startsAt} />
      </Box>
    </Box>
  )
}

const Pieced = ({ applicationId, competencyId }: OpenCell) => {
  const text = useText()
  const { data, error, refetch } = useScorecardsOf(applicationId)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const rated = data.scorecards.flatMap((scorecard) => {
    const held = data.interviews.find(({ id }) => id === scorecard.interviewId)
    const isAsked = held?.kit.competencies.some(({ id }) => id === competencyId)
    return held && isAsked ? [{ scorecard, held, competencyId }] : []
  })
  return (
    <>
      {rated.length === 0 && <p>{text('comparison.evidence.gone')}</p>}
      <Box component="ul" sx={{ m: 0, p: 0 }}>
        {rated.map((one) => (
          <One key={one.scorecard.id} {...one} />
        ))}
      </Box>
      <TextLink to={scorecardsAddress(applicationId)}>{text('comparison.evidence.all')}</TextLink>
    </>
  )
}

interface EvidenceDrawerProps {
  cell: OpenCell
  competency: string
  candidate: string
  onClose: () => void
}

/** What the marks of one cell rest on, beside the matrix. */
export const EvidenceDrawer = ({ cell, competency, candidate, onClose }: EvidenceDrawerProps) => {
  const text = useText()
  const title = useId()
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': title, sx: { width: 'min(520px, 100vw)' } } }}
    >
      <Box sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>
            <Typography variant="h2" id={title}>
              {competency}
            </Typography>
            <Typography color="textSecondary">{candidate}</Typography>
          </Box>
          <IconButton aria-label={text('comparison.evidence.close')} onClick={onClose}>
            <CloseOutlined />
          </IconButton>
        </Box>
        <Box>
          <Pieced {...cell} />
        </Box>
      </Box>
    </Drawer>
  )
}
