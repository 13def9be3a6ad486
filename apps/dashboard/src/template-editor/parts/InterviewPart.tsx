import type { Scale, VersionDraft } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, useState } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine, useRefusal } from '../draft/draft-context.ts'
import { setFacts } from '../draft/draft-edits.ts'
import { NumberCell } from './NumberCell.tsx'
import { Part, Sheet } from './Part.tsx'
import { ScaleDialog } from './ScaleDialog.tsx'

type Facts = Pick<VersionDraft, 'durationMinutes' | 'scale' | 'instructions'>

const Duration = ({ minutes }: { minutes: number }) => {
  const text = useText()
  const { change } = useDraftEngine()
  return (
    <Box sx={{ display: 'grid', gap: 0.5, alignContent: 'start' }}>
      <Typography variant="subtitle2" component="label" htmlFor="duration">
        {text('templateEditor.duration.label')}
      </Typography>
      <NumberCell
        id="duration"
        roomy
        value={minutes}
        minimum={5}
        maximum={480}
        label={text('templateEditor.duration.label')}
        unit={text('templateEditor.minutes.unit')}
        rule={text('templateEditor.duration.rule')}
        onNumber={(durationMinutes) => change(setFacts({ durationMinutes }))}
      />
    </Box>
  )
}

const ScaleChoice = ({ scale }: { scale: Scale }) => {
  const text = useText()
  const [wanted, setWanted] = useState<Scale | null>(null)
  return (
    <>
      <Choice
        size="small"
        label={text('templateEditor.scale.label')}
        hint={text('templateEditor.scale.hint')}
        value={String(scale)}
        options={[
          { value: '4', label: text('templateEditor.scale.four') },
          { value: '5', label: text('templateEditor.scale.five') },
        ]}
        onChange={({ target }) => setWanted(target.value === '5' ? 5 : 4)}
      />
      {wanted !== null && wanted !== scale && <ScaleDialog to={wanted} onClose={() => setWanted(null)} />}
    </>
  )
}

/** How long it takes, by which scale it is rated, and what the interviewer reads first. */
export const InterviewPart = memo(({ durationMinutes, scale, instructions }: Facts) => {
  const text = useText()
  const { change } = useDraftEngine()
  const refusal = useRefusal('instructions')
  return (
    <Part
      place="part-interview"
      title={text('templateEditor.part.interview')}
      about={text('templateEditor.part.interviewAbout')}
    >
      <Sheet>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 14rem), 1fr))',
            gap: 3,
          }}
        >
          <Duration minutes={durationMinutes} />
          <ScaleChoice scale={scale} />
        </Box>
        <Field
          multiline
          minRows={3}
          maxRows={9}
          label={text('templateEditor.instructions.label')}
          hint={text('templateEditor.instructions.hint')}
          error={refusal}
          value={instructions}
          onChange={({ target }) => change(setFacts({ instructions: target.value }))}
        />
      </Sheet>
    </Part>
  )
})
InterviewPart.displayName = 'InterviewPart'
