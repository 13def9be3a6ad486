import type { CandidateImportDetail } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { BackTo } from '../components/BackTo.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { ColumnsField } from './ColumnsField.tsx'
import { ForEverybody } from './ForEverybody.tsx'
import { importAddress, IMPORTS, isChangeable, useImport, useImportCommands } from './import-requests.ts'
import { ImportSteps } from './ImportSteps.tsx'
import { Preview } from './Preview.tsx'
import { type SavedImport, useSavedImport } from './useSavedImport.ts'

type OfImport = { saved: CandidateImportDetail }

const Notices = ({ saved: { sameFile, encoding } }: OfImport) => {
  const text = useText()
  if (!sameFile && encoding !== 'windows-1252') return null
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 3 }}>
      {sameFile && (
        <Notice
          kind="info"
          title={text('candidateImport.sameFile')}
          action={<TextLink to={importAddress(sameFile.id)}>{text('candidateImport.look')}</TextLink>}
        >
          {text('candidateImport.sameFileText')}
        </Notice>
      )}
      {encoding === 'windows-1252' && (
        <Notice kind="warning" title={text('candidateImport.encoding')}>
          {text('candidateImport.encodingText')}
        </Notice>
      )}
    </Box>
  )
}

const Removal = ({ saved: { id, fileName } }: OfImport) => {
  const text = useText()
  const go = useNavigate()
  const commands = useImportCommands()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button color="secondary" onClick={() => setAsking(true)}>
        {text('candidateImport.remove')}
      </Button>
      {asking && (
        <ConfirmDialog
          grave
          title={text('candidateImport.removeTitle', { name: fileName })}
          verb={text('candidateImport.remove')}
          work={async () => {
            await commands.remove(id)
            await go(IMPORTS)
          }}
          onClose={() => setAsking(false)}
        >
          {text('candidateImport.removeText')}
        </ConfirmDialog>
      )}
    </>
  )
}

/** Under all choices: that they are saved, and the way on. */
const WayOn = ({ saved, saving }: OfImport & { saving: SavedImport }) => {
  const text = useText()
  const go = useNavigate()
  const { mapping } = saving.choices
  const lacksName =
    saved.format === 'csv' &&
    mapping.every(({ to }) => to !== 'name' && to !== 'firstName' && to !== 'lastName')
  const [leaving, setLeaving] = useState(false)
  const isWaiting = leaving && saving.problem === null
  // Once the last choice is saved, and nothing asks any more whether to leave without it.
  useEffect(() => {
    if (isWaiting && !saving.saving) void go(importAddress(saved.id))
  }, [isWaiting, saving.saving, go, saved.id])
  return (
    <Box sx={{ display: 'grid', gap: 1.5, pt: 3, borderTop: 1, borderColor: 'divider' }}>
      <ProblemNotice problem={saving.problem} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <SubmitButton
          type="button"
          sending={isWaiting}
          missing={lacksName && text('candidateImport.columns.noName')}
          onClick={() => setLeaving(true)}
        >
          {text('candidateImport.toCheck')}
        </SubmitButton>
        {saved.startedAt === null && <Removal saved={saved} />}
        <Typography variant="body2" color="textSecondary" component="output">
          {saving.problem === null &&
            text(saving.saving ? 'candidateImport.columns.saving' : 'candidateImport.columns.saved')}
        </Typography>
      </Box>
    </Box>
  )
}

const Choices = ({ saved }: OfImport) => {
  const text = useText()
  const saving = useSavedImport(saved)
  const { choices, choose } = saving
  return (
    <>
      <Notices saved={saved} />
      {saved.format === 'csv' && (
        <WideSection
          title={text('candidateImport.columns.title')}
          about={text('candidateImport.columns.about')}
        >
          <ColumnsField
            columns={saved.columns}
            mapping={choices.mapping}
            onChange={(mapping) => choose({ mapping })}
          />
        </WideSection>
      )}
      <WideSection
        title={text('candidateImport.everybody.title')}
        about={text('candidateImport.everybody.about')}
      >
        <Box sx={{ maxWidth: 560 }}>
          <ForEverybody options={choices.options} onChange={(options) => choose({ options })} />
        </Box>
      </WideSection>
      <WideSection
        title={text('candidateImport.preview.title')}
        about={text('candidateImport.preview.about')}
      >
        <Preview saved={saved} />
      </WideSection>
      <WayOn saved={saved} saving={saving} />
    </>
  )
}

/** The second step: what is what. */
export const ColumnsPage = ({ id }: { id: string }) => {
  const text = useText()
  const { data: saved, error, refetch } = useImport(id)
  if (!saved) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (!isChangeable(saved)) return <Navigate to={importAddress(id)} replace />
  const { fileName, rows } = saved
  return (
    <Page
      title={fileName}
      lead={text('candidateImport.rows', { smart_count: rows, count: formatNumber(rows) })}
      above={<BackTo to={IMPORTS}>{text('candidateImport.back')}</BackTo>}
    >
      <ImportSteps at="columns" of={{ ...saved, mayChange: true }} />
      <Choices saved={saved} />
    </Page>
  )
}
