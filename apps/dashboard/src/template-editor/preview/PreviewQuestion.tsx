import type { Scale, VersionQuestion } from '@assay/contracts'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import SubdirectoryArrowRightOutlined from '@mui/icons-material/SubdirectoryArrowRightOutlined'
import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { AnchorScale } from '../../components/AnchorScale.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { titleFace } from '../../theme/typography.ts'
import { Checklist } from './Checklist.tsx'

interface PreviewQuestionProps {
  question: VersionQuestion
  number: number
  scale: Scale
  /** Names of the competencies rated here that it tells about, the primary ones first. */
  informs: string
}

/** Entries have no ids, and two may say the same: their place names them. */
export const listed = (texts: readonly string[]) => texts.map((text, place) => ({ id: String(place), text }))

export const twoColumns = {
  display: 'grid',
  gridTemplateColumns: { '@': 'minmax(0, 1fr)', '@620': 'repeat(2, minmax(0, 1fr))' },
  columnGap: 3,
  rowGap: 1.5,
} as const

/** What is out of sight is laid out and painted when it comes near: an interview may hold 60 of these. */
const look = {
  display: 'grid',
  gap: 1.5,
  py: 2.5,
  contentVisibility: 'auto',
  containIntrinsicHeight: 'auto 640px',
} as const

const spoken = {
  m: 0,
  pl: 1.75,
  borderLeft: 3,
  borderColor: 'brass.beam',
  fontFamily: titleFace,
  fontSize: '1.031rem',
  lineHeight: 1.5,
  maxWidth: '64ch',
} as const

const Head = ({ question, number }: Pick<PreviewQuestionProps, 'question' | 'number'>) => {
  const text = useText()
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
      <Typography
        component="span"
        sx={{ color: 'text.secondary', fontWeight: 600, fontVariantNumeric: 'tabular-nums', minWidth: 20 }}
      >
        {number}
      </Typography>
      <Typography variant="h3" sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {question.title}
      </Typography>
      <Typography variant="body2" component="span" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
        {text('interviewPreview.minutes', { smart_count: question.minutes })}
      </Typography>
    </Box>
  )
}

const Lists = ({ question }: { question: VersionQuestion }) => {
  const text = useText()
  return (
    <Box sx={twoColumns}>
      <Checklist
        title={text('bank.field.expectedPoints')}
        entries={listed(question.expectedPoints)}
        icon={CheckOutlined}
        tone="rating.yes"
      />
      <Checklist
        title={text('bank.field.seniorExtras')}
        entries={listed(question.seniorExtras)}
        icon={TrendingUpOutlined}
        tone="rating.strongYes"
      />
      <Checklist
        title={text('bank.field.redFlags')}
        entries={listed(question.redFlags)}
        icon={FlagOutlined}
        tone="rating.strongNo"
      />
      <Checklist
        title={text('bank.field.followUps')}
        entries={listed(question.followUps)}
        icon={SubdirectoryArrowRightOutlined}
        tone="text.secondary"
      />
    </Box>
  )
}

/** One question as it stands in the interview: what to say, what to listen for, what each level sounds like. */
export const PreviewQuestion = memo(({ question, number, scale, informs }: PreviewQuestionProps) => {
  const text = useText()
  return (
    <Box component="article" data-preview={question.id} sx={look}>
      <Head question={question} number={number} />
      <Box component="blockquote" sx={spoken}>
        <Prose>{question.prompt}</Prose>
      </Box>
      {(question.intent || informs) && (
        <Typography variant="body2" component="div" color="textSecondary" sx={{ maxWidth: '72ch' }}>
          {question.intent && <Prose>{question.intent}</Prose>}
          {informs && <Box sx={{ mt: 0.5 }}>{informs}</Box>}
        </Typography>
      )}
      <Lists question={question} />
      <AnchorScale
        anchors={question.anchors}
        scale={scale}
        label={text('interviewPreview.answerAnchors', { title: question.title })}
      />
    </Box>
  )
})
PreviewQuestion.displayName = 'PreviewQuestion'
