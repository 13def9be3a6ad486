import type { QuestionText, Scale, VersionQuestion } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useContext } from 'react'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { HeldBackContext, useDraftEngine } from '../draft/draft-context.ts'
import { sayQuestion, type AskedQuestion } from '../draft/draft-edits.ts'
import { questionPlace } from '../draft/gap-place.ts'
import { AnchorsOverride, EntriesOverride, TextOverride } from './override-fields.tsx'

interface QuestionTextsProps {
  asked: AskedQuestion
  entry: VersionQuestion
  scale: Scale
}

/** What each field of a question needs to be put otherwise. */
const useFields = ({ asked: { overrides }, entry }: QuestionTextsProps) => {
  const text = useText()
  const { change } = useDraftEngine()
  const held = useContext(HeldBackContext)
  return <Field extends keyof QuestionText>(field: Field, label = text(`bank.field.${field}`)) => ({
    place: questionPlace(entry.id, field),
    label,
    value: (overrides[field] ?? entry[field]) as QuestionText[Field],
    otherwise: overrides[field] !== undefined,
    error: held.find(({ path }) => path[1] === entry.id && path[3] === field)?.because,
    onSay: (value: QuestionText[Field] | undefined) => change(sayQuestion(entry, { [field]: value })),
  })
}

const LISTS = ['expectedPoints', 'seniorExtras', 'redFlags', 'followUps'] as const

/** All words of a question, as this version says them. */
export const QuestionTexts = (props: QuestionTextsProps) => {
  const text = useText()
  const field = useFields(props)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
      <Box sx={{ fontSize: '0.813rem', color: 'text.secondary' }}>
        {text('templateEditor.override.about')}{' '}
        <TextLink to={`/question-bank/questions/${props.entry.id}`} target="_blank">
          {text('templateEditor.override.openBank')}
        </TextLink>
      </Box>
      <TextOverride {...field('title')} />
      <TextOverride {...field('prompt')} rows={3} />
      <TextOverride {...field('intent')} rows={2} />
      {LISTS.map((name) => (
        <EntriesOverride key={name} {...field(name)} add={text(`bank.add.${name}`)} />
      ))}
      <AnchorsOverride {...field('anchors', text('bank.field.answerAnchors'))} scale={props.scale} />
    </Box>
  )
}
