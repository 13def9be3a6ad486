import type { CompetencyText, Scale, VersionCompetency } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useContext } from 'react'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { HeldBackContext, useDraftEngine } from '../draft/draft-context.ts'
import { sayCompetency, type RatedCompetency } from '../draft/draft-edits.ts'
import { competencyPlace } from '../draft/gap-place.ts'
import { AnchorsOverride, EntriesOverride, TextOverride } from './override-fields.tsx'

interface CompetencyTextsProps {
  rated: RatedCompetency
  entry: VersionCompetency
  scale: Scale
}

/** What each field of a competency needs to be put otherwise. */
const useFields = ({ rated: { overrides }, entry }: CompetencyTextsProps) => {
  const text = useText()
  const { change } = useDraftEngine()
  const held = useContext(HeldBackContext)
  return <Field extends keyof CompetencyText>(field: Field) => ({
    place: competencyPlace(entry.id, field),
    label: text(`bank.field.${field}`),
    value: (overrides[field] ?? entry[field]) as CompetencyText[Field],
    otherwise: overrides[field] !== undefined,
    error: held.find(({ path }) => path[1] === entry.id && path[3] === field)?.because,
    onSay: (value: CompetencyText[Field] | undefined) => change(sayCompetency(entry, { [field]: value })),
  })
}

/** All words of a competency, as this version says them. */
export const CompetencyTexts = (props: CompetencyTextsProps) => {
  const text = useText()
  const field = useFields(props)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
      <Box sx={{ fontSize: '0.813rem', color: 'text.secondary' }}>
        {text('templateEditor.override.about')}{' '}
        <TextLink to={`/question-bank/competencies/${props.entry.id}`} target="_blank">
          {text('templateEditor.override.openBank')}
        </TextLink>
      </Box>
      <TextOverride {...field('name')} />
      <TextOverride {...field('definition')} rows={3} />
      <AnchorsOverride {...field('anchors')} scale={props.scale} />
      <EntriesOverride {...field('strongBehaviours')} add={text('bank.add.behaviour')} />
      <EntriesOverride {...field('weakBehaviours')} add={text('bank.add.behaviour')} />
      <TextOverride {...field('forCandidates')} rows={2} hint={text('bank.hint.forCandidates')} />
    </Box>
  )
}
