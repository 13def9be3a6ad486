import type { ScorecardDraft } from '@assay/contracts'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import FormatListNumberedOutlined from '@mui/icons-material/FormatListNumberedOutlined'
import ThumbUpOffAltOutlined from '@mui/icons-material/ThumbUpOffAltOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, useMemo } from 'react'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { type Kit, type KitQuestion, useRoomWork } from '../room-context.ts'
import { tickSignal, tickStep } from '../scorecard-edits.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { Ticks } from './Ticks.tsx'

const sheet = {
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  overflow: 'hidden',
} as const

/** Competencies rated here that a question tells about, the primary ones first. */
const useInforms = ({ competencies, sections }: Kit) =>
  useMemo(() => {
    const rated = new Map(competencies.map(({ id, name }) => [id, { id, name }]))
    const told = (question: KitQuestion, how: string) =>
      question.competencies
        .filter(({ informs }) => informs === how)
        .flatMap(({ competencyId }) => rated.get(competencyId) ?? [])
    return new Map(
      sections.flatMap(({ questions }) =>
        questions.map((question) => [
          question.id,
          [...told(question, 'primary'), ...told(question, 'secondary')],
        ]),
      ),
    )
  }, [competencies, sections])

const NOTHING: readonly never[] = []

interface QuestionsProps {
  kit: Kit
  questions: ScorecardDraft['questions']
  refusals: ReadonlyMap<string, string>
}

/** Read beforehand; at hand while one asks. */
const Instructions = ({ children }: { children: string }) => {
  const text = useText()
  if (children.trim() === '') return null
  return (
    <Box component="details" sx={{ '& > summary': { cursor: 'pointer', fontWeight: 600, py: 0.5 } }}>
      <summary>{text('scorecard.instructions')}</summary>
      <Typography variant="body2" component="div" color="textSecondary" sx={{ maxWidth: '72ch', mt: 1 }}>
        <Prose>{children}</Prose>
      </Typography>
    </Box>
  )
}

/** The kit as it is asked, section by section. */
export const Questions = ({ kit, questions, refusals }: QuestionsProps) => {
  const informs = useInforms(kit)
  const before = (place: number): number =>
    kit.sections.slice(0, place).reduce((sum, section) => sum + section.questions.length, 0)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Instructions>{kit.instructions}</Instructions>
      {kit.sections.map((section, place) => (
        <Box component="section" key={section.id} aria-label={section.title} sx={sheet}>
          <Box sx={{ px: { xs: 2, sm: 2.5 }, py: 1.5, bgcolor: 'surface.sunken' }}>
            <Typography variant="h2">{section.title}</Typography>
            {section.guidance.trim() !== '' && (
              <Typography variant="body2" component="div" color="textSecondary" sx={{ mt: 0.5 }}>
                <Prose>{section.guidance}</Prose>
              </Typography>
            )}
          </Box>
          {section.questions.map((question, index) => (
            <QuestionCard
              key={question.id}
              question={question}
              number={before(place) + index + 1}
              scale={kit.scale}
              answer={questions[question.id]}
              informs={informs.get(question.id) ?? NOTHING}
              refusal={refusals.get(`questions/${question.id}`)}
            />
          ))}
        </Box>
      ))}
    </Box>
  )
}

interface ListenForProps extends Pick<ScorecardDraft, 'structures' | 'signals'> {
  kit: Kit
}

const NONE = {}

/** What is listened for whatever is asked. */
export const ListenFor = memo(({ kit, structures, signals }: ListenForProps) => {
  const text = useText()
  const { change } = useRoomWork()
  if (kit.structures.length + kit.signals.length === 0) return null
  const ofKind = (wanted: 'strong' | 'red_flag') =>
    kit.signals.filter(({ kind }) => kind === wanted).map(({ id, text: said }) => ({ key: id, text: said }))
  return (
    <Box
      component="section"
      aria-label={text('scorecard.listen.title')}
      sx={{ ...sheet, p: { xs: 2, sm: 2.5 }, mt: 2, containerType: 'inline-size' }}
    >
      <Typography variant="h2">{text('scorecard.listen.title')}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {text('scorecard.listen.about')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { '@': 'minmax(0, 1fr)', '@620': 'repeat(2, minmax(0, 1fr))' },
          gap: 2.5,
        }}
      >
        {kit.structures.map(({ id, name, steps }) => (
          <Ticks
            key={id}
            ordered
            heading="h3"
            title={name}
            entries={steps}
            ticked={structures[id] ?? NONE}
            icon={FormatListNumberedOutlined}
            tone="text.secondary"
            onTick={(key) => change(tickStep(id, key))}
          />
        ))}
        {(['strong', 'red_flag'] as const).map((kind) => (
          <Ticks
            key={kind}
            heading="h3"
            title={text(`scorecard.listen.${kind}`)}
            entries={ofKind(kind)}
            ticked={signals}
            icon={kind === 'strong' ? ThumbUpOffAltOutlined : FlagOutlined}
            tone={kind === 'strong' ? 'rating.strongYes' : 'rating.strongNo'}
            onTick={(key) => change(tickSignal(key))}
          />
        ))}
      </Box>
    </Box>
  )
})
ListenFor.displayName = 'ListenFor'
