import { duplicateChoices, fold, type ImportOptions } from '@assay/contracts'
import { useState } from 'react'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { useText } from '../i18n/text.ts'
import { useOpenJobs } from './import-requests.ts'

interface ForEverybodyProps {
  options: ImportOptions
  onChange: (options: ImportOptions) => void
}

const JobFields = ({ options, onChange }: ForEverybodyProps) => {
  const text = useText()
  const jobs = useOpenJobs() ?? []
  const { jobId, stageId } = options
  const job = jobs.find(({ id }) => id === jobId)
  return (
    <>
      <Choice
        label={text('candidateImport.everybody.job')}
        value={jobId ?? ''}
        options={[
          { value: '', label: text('candidateImport.everybody.jobNone') },
          ...jobs.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={({ target }) => onChange({ ...options, jobId: target.value || null, stageId: null })}
      />
      {job && (
        <Choice
          label={text('candidateImport.everybody.stage')}
          value={stageId ?? ''}
          options={[
            { value: '', label: text('candidateImport.everybody.stageFirst') },
            ...job.stages.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ target }) => onChange({ ...options, stageId: target.value || null })}
        />
      )}
    </>
  )
}

const tagsIn = (typed: string): string[] => [
  ...new Map(
    typed
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean)
      .map((tag) => [fold(tag), tag]),
  ).values(),
]

/** What is said once for all rows. Words are taken when the field is left. */
export const ForEverybody = ({ options, onChange }: ForEverybodyProps) => {
  const text = useText()
  const [source, setSource] = useState(options.source ?? '')
  const [tags, setTags] = useState(options.tags.join(', '))
  return (
    <FormPart>
      <Choice
        label={text('candidateImport.everybody.duplicates')}
        hint={text('candidateImport.everybody.duplicatesHint')}
        value={options.duplicates}
        options={duplicateChoices.map((value) => ({
          value,
          label: text(`candidateImport.everybody.duplicate.${value}`),
        }))}
        onChange={({ target }) =>
          onChange({ ...options, duplicates: target.value as ImportOptions['duplicates'] })
        }
      />
      <JobFields options={options} onChange={onChange} />
      <Field
        label={text('candidateImport.everybody.source')}
        hint={text('candidateImport.everybody.sourceHint')}
        value={source}
        inputProps={{ maxLength: 120 }}
        onChange={({ target }) => setSource(target.value)}
        onBlur={() => {
          if (source.trim() !== (options.source ?? ''))
            onChange({ ...options, source: source.trim() || null })
        }}
      />
      <Field
        label={text('candidateImport.everybody.tags')}
        hint={text('candidateImport.everybody.tagsHint')}
        value={tags}
        onChange={({ target }) => setTags(target.value)}
        onBlur={() => {
          const chosen = tagsIn(tags)
          if (chosen.join() !== options.tags.join()) onChange({ ...options, tags: chosen })
        }}
      />
    </FormPart>
  )
}
