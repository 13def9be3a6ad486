import type { QuestionAnswer, Scale, TickList } from '@assay/contracts'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import FormatQuoteOutlined from '@mui/icons-material/FormatQuoteOutlined'
import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { AnchorScale } from '../../components/AnchorScale.tsx'
import { Field } from '../../components/Field.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { titleFace } from '../../theme/typography.ts'
import { type KitQuestion, useRoomWork } from '../room-context.ts'
import { NO_ANSWER, setNotes, tickPoint } from '../scorecard-edits.ts'
import { Ticks } from './Ticks.tsx'

interface QuestionCardProps {
  question: KitQuestion
  number: number
  scale: Scale
  answer: QuestionAnswer | undefined
  /** What of it is rated here, the primary ones first. */
  informs: readonly { id: string; name: string }[]
  /** Why the notes are not saved as they are written. */
  refusal: string | undefined
}

const spoken = {
  m: 0,
  pl: 1.75,
  borderLeft: 3,
  borderColor: 'brass.beam',
  fontFamily: titleFace,
  fontSize: '1.063rem',
  lineHeight: 1.5,
  maxWidth: '64ch',
} as const

const LISTS = [
  { list: 'expectedPoints', icon: CheckOutlined, tone: 'rating.yes' },
  { list: 'seniorExtras', icon: TrendingUpOutlined, tone: 'rating.strongYes' },
  { list: 'redFlags', icon: FlagOutlined, tone: 'rating.strongNo' },
] as const satisfies readonly { list: TickList; icon: unknown; tone: string }[]

const Lists = ({ question, answer }: { question: KitQuestion; answer: QuestionAnswer }) => {
  const text = useText()
  const { change } = useRoomWork()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { '@': 'minmax(0, 1fr)', '@620': 'repeat(2, minmax(0, 1fr))' },
        columnGap: 3,
        rowGap: 1.5,
      }}
    >
      {LISTS.map(({ list, icon, tone }) => (
        <Ticks
          key={list}
          title={text(`scorecard.question.${list}`)}
          entries={question[list].map((entry, place) => ({ key: String(place), text: entry }))}
          ticked={answer[list]}
          icon={icon}
          tone={tone}
          onTick={(key) => change(tickPoint(question.id, list, Number(key)))}
        />
      ))}
      <FollowUps texts={question.followUps} />
    </Box>
  )
}

const FollowUps = ({ texts }: { texts: readonly string[] }) => {
  const text = useText()
  if (texts.length === 0) return null
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="subtitle2" component="h4" sx={{ mb: 0.5 }}>
        {text('scorecard.question.followUps')}
      </Typography>
      <Typography variant="body2" component="ul" sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.5 }}>
        {texts.map((entry, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a frozen list: its places are its names
          <li key={place}>
            <Prose>{entry}</Prose>
          </li>
        ))}
      </Typography>
    </Box>
  )
}

const Anchors = ({ question, scale }: Pick<QuestionCardProps, 'question' | 'scale'>) => {
  const text = useText()
  if (question.anchors.length === 0) return null
  return (
    <Box component="details" sx={{ '& > summary': { cursor: 'pointer', fontSize: '0.875rem', py: 0.5 } }}>
      <summary>{text('scorecard.question.anchors')}</summary>
      <Box sx={{ mt: 1 }}>
        <AnchorScale anchors={question.anchors} scale={scale} label={question.title} />
      </Box>
    </Box>
  )
}

const Head = ({ question, number, informs }: Omit<QuestionCardProps, 'answer' | 'scale' | 'refusal'>) => {
  const text = useText()
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        <Typography component="span" color="textSecondary" sx={{ fontWeight: 600, minWidth: 20 }}>
          {number}
        </Typography>
        <Typography variant="h3" sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {question.title}
        </Typography>
        <Typography variant="body2" component="span" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
          {text('scorecard.question.minutes', { smart_count: question.minutes })}
        </Typography>
      </Box>
      <Box component="blockquote" sx={spoken}>
        <Prose>{question.prompt}</Prose>
      </Box>
      <Typography variant="body2" component="div" color="textSecondary" sx={{ maxWidth: '72ch' }}>
        {question.intent && <Prose>{question.intent}</Prose>}
        {informs.length > 0 && (
          <Box sx={{ mt: 0.5 }}>
            {text('scorecard.question.informs', { names: informs.map(({ name }) => name).join(', ') })}
          </Box>
        )}
      </Typography>
    </>
  )
}

/** One question: what to say, what to listen for, and what was heard. */
export const QuestionCard = memo(
  ({ question, number, scale, answer, informs, refusal }: QuestionCardProps) => {
    const text = useText()
    const { change, mayWrite, addEvidence } = useRoomWork()
    const [told] = informs
    return (
      <Box
        component="article"
        data-stop={`question:${question.id}`}
        data-informs={told?.id}
        tabIndex={-1}
        aria-label={question.title}
        sx={{
          containerType: 'inline-size',
          scrollMarginTop: 76,
          borderTop: 1,
          borderColor: 'divider',
          '&:focus': { outline: 'none', boxShadow: 'inset 3px 0 0 var(--assay-palette-brass-main)' },
          px: { xs: 2, sm: 2.5 },
          py: 2.5,
        }}
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
          <Head question={question} number={number} informs={informs} />
          <Lists question={question} answer={answer ?? NO_ANSWER} />
          <Anchors question={question} scale={scale} />
          <Field
            multiline
            minRows={3}
            label={text('scorecard.question.notes')}
            inputProps={{
              'data-part': 'notes',
              'aria-label': text('scorecard.question.notesOf', { title: question.title }),
            }}
            error={refusal}
            readOnly={!mayWrite}
            value={answer?.notes ?? ''}
            onChange={({ target }) => change(setNotes(question.id, target.value))}
          />
          {told && mayWrite && (
            <Box>
              <Button
                size="small"
                startIcon={<FormatQuoteOutlined />}
                onClick={() => addEvidence(told.id, question.id)}
              >
                {text('scorecard.question.evidence')}
              </Button>
            </Box>
          )}
        </Box>
      </Box>
    )
  },
)
QuestionCard.displayName = 'QuestionCard'
