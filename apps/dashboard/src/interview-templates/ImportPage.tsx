import type { InterviewTemplate, TemplateImport } from '@assay/contracts'
import { useGetList, useNotify } from 'ra-core'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { Page } from '../components/Page.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { Section } from '../components/Section.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { BackTo } from '../components/BackTo.tsx'
import { FileChoice } from './FileChoice.tsx'
import { ImportFindings } from './ImportFindings.tsx'
import { TEMPLATES, versionAddress } from './template-address.ts'
import { useTemplateCommands } from './template-commands.ts'
import { type Tried, useImportTrial } from './useImportTrial.ts'

const useTemplateChoice = () => {
  const { data = [] } = useGetList<InterviewTemplate>('interview-templates', {
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 500 },
  })
  return data.map(({ id, name }) => ({ value: id, label: name }))
}

const Where = ({ trial }: { trial: ReturnType<typeof useImportTrial> }) => {
  const text = useText()
  const options = useTemplateChoice()
  const { wanted, place, result } = trial
  return (
    <Section title={text('templateImport.where')} about={text('templateImport.whereAbout')}>
      <FormPart>
        <Choice
          label={text('templateImport.into')}
          value={wanted.templateId ?? ''}
          options={[{ value: '', label: text('templateImport.newTemplate') }, ...options]}
          onChange={({ target }) => place(target.value === '' ? {} : { templateId: target.value })}
        />
        {wanted.templateId === undefined && (
          <Field
            label={text('templateImport.name')}
            value={wanted.name ?? ''}
            error={result?.problems['name']}
            onChange={({ target }) => place({ name: target.value })}
          />
        )}
      </FormPart>
    </Section>
  )
}

const Submit = ({ tried, result }: { tried: Tried; result: TemplateImport }) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useTemplateCommands()
  const submission = useSubmission(async () => {
    const { versionId } = await commands.import({ ...tried.wanted, file: tried.file, dryRun: false })
    notify('templateImport.done')
    if (versionId) await navigate(versionAddress(versionId))
  })
  const problems = Object.keys(result.problems).length
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <ProblemNotice problem={submission.problem} />
      <SubmitButton
        type="button"
        sending={submission.sending}
        missing={problems > 0 && text('templateImport.notYet')}
        onClick={() => void submission.send()}
      >
        {text('templateImport.submit')}
      </SubmitButton>
    </Box>
  )
}

/** A template file, tried first: what would happen is told before anything does. */
export const ImportPage = () => {
  const text = useText()
  const trial = useImportTrial()
  const [fileName, setFileName] = useState<string | null>(null)
  const { tried, result, problem, trying, unreadable } = trial
  return (
    <Page
      title={text('templateImport.title')}
      lead={text('templateImport.lead')}
      above={<BackTo to={TEMPLATES}>{text('template.back')}</BackTo>}
    >
      <FileChoice
        fileName={fileName}
        unreadable={unreadable}
        onFile={(file) => {
          setFileName(file.name)
          void trial.read(file)
        }}
      />
      {tried && <Where trial={trial} />}
      {tried && <ImportFindings result={result} problem={problem} trying={trying} />}
      {tried && result && !problem && <Submit tried={tried} result={result} />}
    </Page>
  )
}
