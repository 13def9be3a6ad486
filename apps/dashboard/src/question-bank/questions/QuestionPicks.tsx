import { informs, type Question } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Choice } from '../../components/Choice.tsx'
import { useText } from '../../i18n/text.ts'
import { useChoices, useNames } from '../bank-names.ts'
import { useBound } from '../../components/form-fields.tsx'
import { PickedList } from '../../components/PickedList.tsx'
import type { QuestionForm } from './QuestionFields.tsx'

type Informed = Question['competencies'][number]

/** Which competencies an answer is evidence for, and how strongly. */
export const QuestionCompetencies = ({ form }: { form: QuestionForm }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'competencies')
  const nameOf = useNames(
    'competencies',
    value.map(({ competencyId }) => competencyId),
  )
  return (
    <PickedList
      add={text('bank.add.competency')}
      options={useChoices('competencies')}
      value={value}
      onChange={onChange}
      idOf={({ competencyId }) => competencyId}
      make={(competencyId): Informed => ({
        competencyId,
        informs: value.some((one) => one.informs === 'primary') ? 'secondary' : 'primary',
      })}
      nameOf={nameOf}
      error={error}
      ref={ref}
      heads={[
        text('bank.field.competency'),
        <Box key="heads" sx={{ width: 160 }}>
          {text('bank.informs.label')}
        </Box>,
      ]}
    >
      {(entry, _place, change) => (
        <Box sx={{ width: { sm: 160 } }}>
          <Choice
            titled
            size="small"
            label={text('bank.informs.label')}
            value={entry.informs}
            options={informs.map((one) => ({ value: one, label: text(`bank.informs.${one}`) }))}
            onChange={({ target }) => change({ ...entry, informs: target.value as Informed['informs'] })}
          />
        </Box>
      )}
    </PickedList>
  )
}

export const QuestionStructures = ({ form }: { form: QuestionForm }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'structureIds')
  return (
    <PickedList
      add={text('bank.add.structure')}
      options={useChoices('answer-structures')}
      value={value}
      onChange={onChange}
      idOf={(id) => id}
      make={(id) => id}
      nameOf={useNames('answer-structures', value)}
      error={error}
      ref={ref}
    />
  )
}
