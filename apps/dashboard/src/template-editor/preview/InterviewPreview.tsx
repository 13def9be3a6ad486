import { minutesOf, type VersionContent, type VersionQuestion } from '@assay/contracts'
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import ThumbUpOffAltOutlined from '@mui/icons-material/ThumbUpOffAltOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, useMemo, type ReactNode } from 'react'
import { Prose } from '../../components/Prose.tsx'
import { formatList } from '../../i18n/formats.ts'
import { useText, type Text } from '../../i18n/text.ts'
import { Checklist } from './Checklist.tsx'
import { PreviewQuestion, twoColumns } from './PreviewQuestion.tsx'
import { PreviewScorecard } from './PreviewScorecard.tsx'

interface PartProps {
  title: string
  /** Beside the title: how long it takes. */
  aside?: string
  about?: string
  children: ReactNode
}

const Part = ({ title, aside, about, children }: PartProps) => (
  <Box
    component="section"
    sx={{ borderTop: 1, borderColor: 'divider', pt: 2, '& > article + article': line }}
  >
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
      <Typography variant="h2" sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      {aside && (
        <Typography variant="body2" component="span" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
          {aside}
        </Typography>
      )}
    </Box>
    {about && (
      <Typography variant="body2" component="div" color="textSecondary" sx={{ mt: 0.75, maxWidth: '72ch' }}>
        <Prose>{about}</Prose>
      </Typography>
    )}
    {children}
  </Box>
)

const line = { borderTop: 1, borderColor: 'divider' } as const

/** "Tells about Trade-off thinking and, on the side, Communication": only what is rated here. */
const useInforms = (competencies: VersionContent['competencies']) => {
  const text = useText()
  return useMemo(() => {
    const names = new Map(competencies.map(({ id, name }) => [id, name]))
    const named = (question: VersionQuestion, how: string): string =>
      formatList(
        question.competencies
          .filter(({ informs }) => informs === how)
          .flatMap(({ competencyId }) => names.get(competencyId) ?? []),
      )
    return (question: VersionQuestion): string =>
      sentence(text, named(question, 'primary'), named(question, 'secondary'))
  }, [competencies, text])
}

const sentence = (text: Text, primary: string, secondary: string): string => {
  if (primary && secondary) return text('interviewPreview.informsBoth', { primary, secondary })
  if (primary) return text('interviewPreview.informs', { primary })
  return secondary ? text('interviewPreview.informsAside', { secondary }) : ''
}

interface SectionProps {
  section: VersionContent['sections'][number]
  /** How many questions come before it. */
  before: number
  scale: VersionContent['scale']
  informs: (question: VersionQuestion) => string
}

const Section = memo(({ section, before, scale, informs }: SectionProps) => {
  const text = useText()
  return (
    <Part
      title={section.title}
      about={section.guidance}
      aside={text('interviewPreview.minutes', { smart_count: minutesOf({ sections: [section] }) })}
    >
      {section.questions.map((question, index) => (
        <PreviewQuestion
          key={question.id}
          question={question}
          number={before + index + 1}
          scale={scale}
          informs={informs(question)}
        />
      ))}
    </Part>
  )
})
Section.displayName = 'Section'

const Sections = ({ sections, scale, competencies }: VersionContent) => {
  const informs = useInforms(competencies)
  return sections.map((section, place) => (
    <Section
      key={section.id}
      section={section}
      before={sections.slice(0, place).reduce((sum, { questions }) => sum + questions.length, 0)}
      scale={scale}
      informs={informs}
    />
  ))
}

const Checklists = memo(({ structures, signals }: Pick<VersionContent, 'structures' | 'signals'>) => {
  const text = useText()
  if (structures.length + signals.length === 0) return null
  return (
    <Part title={text('interviewPreview.checklists')} about={text('interviewPreview.checklistsAbout')}>
      <Box sx={{ ...twoColumns, py: 2 }}>
        {structures.map(({ id, name, steps }) => (
          <Checklist
            key={id}
            ordered
            heading="h3"
            title={name}
            entries={steps.map((step) => ({ id: step.key, text: step.text }))}
            icon={ChecklistOutlined}
            tone="primary.main"
          />
        ))}
        <Checklist
          heading="h3"
          title={text('interviewPreview.strongSignals')}
          entries={signals.filter(({ kind }) => kind === 'strong')}
          icon={ThumbUpOffAltOutlined}
          tone="rating.strongYes"
        />
        <Checklist
          heading="h3"
          title={text('interviewPreview.redFlags')}
          entries={signals.filter(({ kind }) => kind === 'red_flag')}
          icon={FlagOutlined}
          tone="rating.strongNo"
        />
      </Box>
    </Part>
  )
})
Checklists.displayName = 'Checklists'

/** A version as the interviewer sees it, word for word. It knows nothing of how it is edited. */
export const InterviewPreview = memo(({ content }: { content: VersionContent }) => {
  const text = useText()
  const { instructions, competencies, scale } = content
  return (
    <Box sx={{ containerType: 'inline-size', minWidth: 0 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
        {instructions && (
          <Typography component="div" sx={{ maxWidth: '72ch' }}>
            <Prose>{instructions}</Prose>
          </Typography>
        )}
        <Sections {...content} />
        <Checklists structures={content.structures} signals={content.signals} />
        {competencies.length > 0 && (
          <Part title={text('interviewPreview.scorecard')} about={text('interviewPreview.scorecardAbout')}>
            <PreviewScorecard competencies={competencies} scale={scale} />
          </Part>
        )}
      </Box>
    </Box>
  )
})
InterviewPreview.displayName = 'InterviewPreview'
