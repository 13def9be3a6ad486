import { type InterviewTemplate, type JobStage, MAX_STAGES } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Paper from '@mui/material/Paper'
import { useGetList } from 'ra-core'
import { Field } from '../components/Field.tsx'
import { errorIn, useBound } from '../components/form-fields.tsx'
import { MoveButtons } from '../components/MoveButtons.tsx'
import { PickedList } from '../components/PickedList.tsx'
import { useListEditing } from '../components/useListEditing.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { CheckLine } from './CheckLine.tsx'
import type { JobForm } from './job-form.ts'

const useTemplates = () => {
  const { data = [] } = useGetList<InterviewTemplate>('interview-templates', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  const names = new Map(data.map(({ id, name }) => [id, name]))
  return {
    options: data.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id: string) => names.get(id) ?? '',
  }
}

interface StageProps {
  form: JobForm
  stage: JobStage
  place: number
  templates: ReturnType<typeof useTemplates>
  onChange: (next: JobStage) => void
}

const Interviews = ({ form, stage, place, templates, onChange }: StageProps) => {
  const text = useText()
  return (
    <PickedList
      add={text('job.stageField.addInterview')}
      options={templates.options}
      nameOf={templates.nameOf}
      value={stage.templates}
      onChange={(next) => onChange({ ...stage, templates: next })}
      idOf={({ templateId }) => templateId}
      make={(templateId) => ({ templateId, panelists: 2 })}
      heads={[text('job.stageField.interview'), text('job.stageField.panelists')]}
    >
      {(held, at, change) => (
        <Field
          titled
          size="small"
          type="number"
          sx={{ width: 96 }}
          label={text('job.stageField.panelists')}
          value={Number.isNaN(held.panelists) ? '' : held.panelists}
          error={
            errorIn(form, 'stages', place, 'templates', at, 'panelists') ??
            errorIn(form, 'stages', place, 'templates', at, 'templateId')
          }
          inputProps={{ min: 1, max: 10 }}
          onChange={({ target }) =>
            change({ ...held, panelists: target.value === '' ? Number.NaN : Number(target.value) })
          }
        />
      )}
    </PickedList>
  )
}

const StageFields = (props: StageProps) => {
  const text = useText()
  const { form, stage, place, onChange } = props
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Field
        size="small"
        label={text('job.stageField.name', { number: place + 1 })}
        value={stage.name}
        autoComplete="off"
        error={errorIn(form, 'stages', place, 'name')}
        onChange={({ target }) => onChange({ ...stage, name: target.value })}
      />
      <Interviews {...props} />
      <CheckLine
        label={text('job.stageField.requires')}
        checked={stage.requiresScorecards}
        onChange={(requiresScorecards) => onChange({ ...stage, requiresScorecards })}
      />
    </Box>
  )
}

/** The pipeline: stages in their order, each with its interviews. A moved stage stays the same stage. */
export const StagesField = ({ form }: { form: JobForm }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'stages')
  const stages = value as JobStage[]
  const templates = useTemplates()
  const { inside, said, move, remove } = useListEditing({ value: stages, onChange, ref })
  const blank = { id: crypto.randomUUID(), name: '', requiresScorecards: true, templates: [] }
  return (
    <Box ref={inside} sx={{ display: 'grid', gap: 1.5 }}>
      <Box component="ol" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {stages.map((stage, place) => (
          <Paper
            key={stage.id}
            component="li"
            variant="outlined"
            data-entry={place}
            sx={{
              listStyle: 'none',
              borderRadius: 1.5,
              p: 2,
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 1fr) auto',
              gap: 1,
              alignItems: 'start',
            }}
          >
            <StageFields
              form={form}
              stage={stage}
              place={place}
              templates={templates}
              onChange={(next) => onChange(stages.with(place, next))}
            />
            <MoveButtons
              place={place}
              count={stages.length}
              onMove={(to, part) => move(place, to, part)}
              onRemove={() => remove(place, 'remove')}
            />
          </Paper>
        ))}
      </Box>
      {error && <FormHelperText error>{error}</FormHelperText>}
      {stages.length < MAX_STAGES && (
        <Button
          variant="outlined"
          data-part="add"
          startIcon={<AddOutlined />}
          sx={{ justifySelf: 'start' }}
          onClick={() => onChange([...stages, blank])}
        >
          {text('job.stageField.addStage')}
        </Button>
      )}
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
