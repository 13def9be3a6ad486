import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import DeleteOutlineOutlined from '@mui/icons-material/DeleteOutlineOutlined'
import NotesOutlined from '@mui/icons-material/NotesOutlined'
import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine, useRefusal } from '../draft/draft-context.ts'
import { moveSection, removeSection, setSection, type DraftSection } from '../draft/draft-edits.ts'
import { sectionPlace } from '../draft/gap-place.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'
import { RowTool, RowTools, calmTools } from './RowTools.tsx'

interface SectionHeadProps {
  section: DraftSection
  place: number
  count: number
}

const titleField = {
  flex: '1 1 10rem',
  minWidth: 0,
  font: 'inherit',
  fontSize: '1.031rem',
  fontWeight: 620,
  lineHeight: 1.4,
  color: 'text.primary',
  bgcolor: 'transparent',
  border: 1,
  borderColor: 'transparent',
  borderRadius: 0.75,
  px: 0.75,
  py: 0.375,
  ml: -0.75,
  scrollMarginTop: 96,
  '&:hover': { borderColor: 'surface.control' },
  '&[aria-invalid="true"]': { borderColor: 'error.main' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '1px' },
} as const

const Title = ({ section }: { section: DraftSection }) => {
  const text = useText()
  const { change } = useDraftEngine()
  const refusal = useRefusal('sections', section.id, 'title')
  const noteId = `${sectionPlace(section.id)}-note`
  return (
    <>
      <Box
        component="input"
        id={sectionPlace(section.id)}
        value={section.title}
        autoComplete="off"
        aria-label={text('templateEditor.section.title')}
        aria-invalid={Boolean(refusal)}
        aria-describedby={refusal ? noteId : undefined}
        onChange={({ target }) => change(setSection(section.id, { title: target.value }))}
        sx={titleField}
      />
      {refusal && (
        <FormHelperText error id={noteId} sx={{ order: 9, flexBasis: '100%' }}>
          {refusal}
        </FormHelperText>
      )}
    </>
  )
}

const Guidance = ({ section }: { section: DraftSection }) => {
  const text = useText()
  const { change } = useDraftEngine()
  return (
    <Box sx={{ pb: 1.5 }}>
      <Field
        multiline
        minRows={2}
        label={text('templateEditor.section.guidance')}
        hint={text('templateEditor.section.guidanceHint')}
        error={useRefusal('sections', section.id, 'guidance')}
        value={section.guidance}
        onChange={({ target }) => change(setSection(section.id, { guidance: target.value }))}
      />
    </Box>
  )
}

/** As it reads; written on after its button is pressed. */
const GuidanceWords = ({ guidance }: Pick<DraftSection, 'guidance'>) =>
  guidance.trim() !== '' && (
    <Typography variant="body2" component="div" color="textSecondary" sx={{ pb: 1.25, maxWidth: '72ch' }}>
      <Prose>{guidance}</Prose>
    </Typography>
  )

const useRemoving = ({ section }: SectionHeadProps) => {
  const text = useText()
  const { step } = useDraftEngine()
  const { follow } = useFollowing()
  const [asking, setAsking] = useState(false)
  const remove = () => {
    follow('sections', 'add-section', text('templateEditor.removed', { name: section.title }))
    step(removeSection(section.id))
  }
  const start = () => (section.questions.length > 0 ? setAsking(true) : remove())
  const dialog = asking && (
    <ConfirmDialog
      grave
      title={text('templateEditor.section.removeTitle', { title: section.title })}
      verb={text('templateEditor.section.removeVerb')}
      work={async () => remove()}
      onClose={() => setAsking(false)}
    >
      {text('templateEditor.section.removeText', { smart_count: section.questions.length })}
    </ConfirmDialog>
  )
  return { start, dialog }
}

/** Title in place, guidance when there is some or somebody wants it, and what can be done with a section. */
export const SectionHead = (props: SectionHeadProps) => {
  const text = useText()
  const { section, place, count } = props
  const { id, title } = section
  const { step } = useDraftEngine()
  const { follow } = useFollowing()
  const removing = useRemoving(props)
  const refused = useRefusal('sections', id, 'guidance') !== undefined
  const [wanted, setWanted] = useState(false)
  const guided = wanted || refused
  const move = (to: number, part: string) => {
    follow(id, part, text('templateEditor.moved.section', { title, place: to + 1, count }))
    step(moveSection(id, to))
  }
  return (
    <Box sx={{ px: 1.5, pt: 0.75, ...calmTools }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, pb: 0.75 }}>
        <Title section={section} />
        <RowTools>
          <RowTool
            part="up"
            icon={ArrowUpwardOutlined}
            label={text('templateEditor.section.up', { title })}
            idle={place === 0}
            onPress={() => move(place - 1, 'up')}
          />
          <RowTool
            part="down"
            icon={ArrowDownwardOutlined}
            label={text('templateEditor.section.down', { title })}
            idle={place === count - 1}
            onPress={() => move(place + 1, 'down')}
          />
          <RowTool
            part="guidance"
            icon={NotesOutlined}
            expanded={guided}
            label={text('templateEditor.section.guide', { title })}
            onPress={() => setWanted(!guided)}
          />
          <RowTool
            part="remove"
            icon={DeleteOutlineOutlined}
            label={text('templateEditor.section.remove', { title })}
            onPress={removing.start}
          />
        </RowTools>
      </Box>
      {guided ? <Guidance section={section} /> : <GuidanceWords guidance={section.guidance} />}
      {removing.dialog}
    </Box>
  )
}
