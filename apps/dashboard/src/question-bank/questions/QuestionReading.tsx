import type { Question } from '@assay/contracts'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import SubdirectoryArrowRightOutlined from '@mui/icons-material/SubdirectoryArrowRightOutlined'
import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { AnchorScale } from '../../components/AnchorScale.tsx'
import { Prose } from '../../components/Prose.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { useText } from '../../i18n/text.ts'
import { titleFace } from '../../theme/typography.ts'
import { Points, twoColumns } from '../Points.tsx'
import { QuestionLinks } from './QuestionLinks.tsx'

const Asked = ({ prompt, intent }: Pick<Question, 'prompt' | 'intent'>) => {
  const text = useText()
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        component="blockquote"
        sx={{
          m: 0,
          pl: { xs: 2, sm: 2.5 },
          borderLeft: 4,
          borderColor: 'brass.beam',
          fontFamily: titleFace,
          fontSize: '1.25rem',
          lineHeight: 1.45,
          maxWidth: '58ch',
        }}
      >
        <Prose>{prompt}</Prose>
      </Box>
      <Typography variant="h3" component="h2" sx={{ mt: 3 }}>
        {text('bank.field.intent')}
      </Typography>
      <Typography component="div" color="textSecondary" sx={{ mt: 0.5, maxWidth: '68ch' }}>
        <Prose>{intent || text('bank.nothingWritten')}</Prose>
      </Typography>
    </Box>
  )
}

const Listening = ({ row }: { row: Question }) => {
  const text = useText()
  return (
    <Box sx={{ ...twoColumns, my: 3 }}>
      <Points
        title={text('bank.field.expectedPoints')}
        about={text('bank.about.expectedPoints')}
        points={row.expectedPoints}
        icon={CheckOutlined}
        tone="rating.yes"
      />
      <Points
        title={text('bank.field.seniorExtras')}
        about={text('bank.about.seniorExtras')}
        points={row.seniorExtras}
        icon={TrendingUpOutlined}
        tone="rating.strongYes"
      />
      <Points
        title={text('bank.field.redFlags')}
        about={text('bank.about.redFlags')}
        points={row.redFlags}
        icon={FlagOutlined}
        tone="rating.strongNo"
      />
      <Points
        title={text('bank.field.followUps')}
        about={text('bank.about.followUps')}
        points={row.followUps}
        icon={SubdirectoryArrowRightOutlined}
        tone="text.secondary"
      />
    </Box>
  )
}

const top = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 300px' },
  gap: { xs: 3, md: 5 },
  alignItems: 'start',
} as const

/** A question as a panel member prepares it: what is asked and why, what to listen for, what each level sounds like. */
export const QuestionReading = ({ row }: { row: Question }) => {
  const text = useText()
  return (
    <>
      <Box sx={top}>
        <Asked prompt={row.prompt} intent={row.intent} />
        <Paper variant="outlined" sx={{ p: 2.5, borderRadius: 1.5 }}>
          <QuestionLinks row={row} />
        </Paper>
      </Box>
      <Box sx={{ mt: 3 }}>
        <WideSection title={text('bank.field.answerAnchors')} about={text('bank.about.answerAnchors')}>
          <AnchorScale anchors={row.anchors} label={text('bank.field.answerAnchors')} />
        </WideSection>
      </Box>
      <Listening row={row} />
    </>
  )
}
