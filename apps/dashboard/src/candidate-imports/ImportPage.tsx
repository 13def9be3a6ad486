import type { CandidateImportDetail, ImportState } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { BackTo } from '../components/BackTo.tsx'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { WideSection } from '../components/WideSection.tsx'
import { formatDay, formatNumber } from '../i18n/formats.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { AtWork } from './AtWork.tsx'
import {
  columnsAddress,
  IMPORTS,
  isChangeable,
  reportAddress,
  useImport,
  useImportCommands,
} from './import-requests.ts'
import { ImportedRows } from './ImportedRows.tsx'
import { ImportStateMark } from './ImportStateMark.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import { OutcomeCounts } from './OutcomeCounts.tsx'

type OfImport = { saved: CandidateImportDetail }

const Command = ({
  saved: { id },
  step,
  missing,
  outlined = false,
  children,
}: OfImport & { step: 'check' | 'run'; missing?: string | false; outlined?: boolean; children: string }) => {
  const commands = useImportCommands()
  const submission = useSubmission(async () => void (await commands[step](id)))
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <SubmitButton
        type="button"
        variant={outlined ? 'outlined' : 'contained'}
        sending={submission.sending}
        missing={missing}
        onClick={() => void submission.send()}
      >
        {children}
      </SubmitButton>
      {submission.problem?.code === 'step_refused' ? (
        <Notice kind="error" title={submission.problem.body.detail ?? ''} />
      ) : (
        <ProblemNotice problem={submission.problem} />
      )}
    </Box>
  )
}

const ToColumns = ({ saved: { id, format } }: OfImport) => {
  const text = useText()
  const words: TextKey = format === 'csv' ? 'candidateImport.toColumns' : 'candidateImport.toOptions'
  return <TextLink to={columnsAddress(id)}>{text(words)}</TextLink>
}

const line = { display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' } as const

const NotChecked = ({ saved }: OfImport) => {
  const text = useText()
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {saved.stoppedBecause !== null && <Notice kind="warning" title={saved.stoppedBecause} />}
      <Typography>
        {text('candidateImport.notChecked')} {text('candidateImport.checkAbout')}
      </Typography>
      <Box sx={line}>
        <Command saved={saved} step="check">
          {text('candidateImport.check')}
        </Command>
        <ToColumns saved={saved} />
      </Box>
    </Box>
  )
}

/** The rows that are wrong, to be mended outside. */
const Mending = ({ saved: { id, fileName } }: OfImport) => {
  const text = useText()
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start', maxWidth: '68ch' }}>
      <DownloadButton path={reportAddress(id)} fileName={`${fileName.replace(/\.\w+$/, '')}, to mend.csv`}>
        {text('candidateImport.report')}
      </DownloadButton>
      <Typography variant="body2" color="textSecondary">
        {text('candidateImport.reportText')}
      </Typography>
    </Box>
  )
}

const Checked = ({ saved }: OfImport) => {
  const text = useText()
  const { expected } = saved
  const coming = expected.created + expected.added
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <OutcomeCounts counts={expected} words="will" />
      <Box sx={line}>
        <Command saved={saved} step="run" missing={coming === 0 && text('candidateImport.runNone')}>
          {text('candidateImport.run', { smart_count: coming, count: formatNumber(coming) })}
        </Command>
        <ToColumns saved={saved} />
      </Box>
      {expected.error > 0 && <Mending saved={saved} />}
    </Box>
  )
}

const Stopped = ({ saved }: OfImport) => {
  const text = useText()
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Notice kind="warning" title={text('candidateImport.stopped')}>
        {saved.stoppedBecause} {text('candidateImport.stoppedText')}
      </Notice>
      <OutcomeCounts counts={saved.outcomes} words="is" />
      {!saved.isCleared && (
        <Box sx={line}>
          <Command saved={saved} step="run">
            {text('candidateImport.goOnRun')}
          </Command>
          <ToColumns saved={saved} />
        </Box>
      )}
    </Box>
  )
}

const Done = ({ saved }: OfImport) => {
  const text = useText()
  const hasErrors = saved.outcomes.error > 0 && !saved.isCleared
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Notice
        kind="success"
        title={text('candidateImport.done')}
        action={<TextLink to="/candidates">{text('candidateImport.toCandidates')}</TextLink>}
      />
      <OutcomeCounts counts={saved.outcomes} words="is" />
      {hasErrors && (
        <>
          <Mending saved={saved} />
          <Command saved={saved} step="run" outlined>
            {text('candidateImport.again')}
          </Command>
        </>
      )}
    </Box>
  )
}

const parts = {
  mapping: NotChecked,
  checking: AtWork,
  checked: Checked,
  running: AtWork,
  stopped: Stopped,
  done: Done,
}

const TITLES: Record<ImportState, TextKey> = {
  mapping: 'candidateImport.expected',
  checking: 'candidateImport.progress',
  checked: 'candidateImport.expected',
  running: 'candidateImport.progress',
  stopped: 'candidateImport.outcome',
  done: 'candidateImport.outcome',
}

const Standing = ({ saved }: OfImport) => {
  const text = useText()
  const { state, isCleared, clearsAt } = saved
  const Part = parts[state]
  const isOver = state === 'done' || state === 'stopped'
  return (
    <>
      <WideSection title={text(TITLES[state])}>
        <Part saved={saved} />
      </WideSection>
      {(state === 'checked' || isOver) && (
        <WideSection
          title={text('candidateImport.row.title')}
          about={
            isCleared
              ? text('candidateImport.cleared')
              : text('candidateImport.clears', { day: formatDay(clearsAt) })
          }
        >
          <ImportedRows saved={saved} phase={isOver ? 'outcome' : 'expected'} />
        </WideSection>
      )}
    </>
  )
}

/** The third step, and what is left of it afterwards. */
export const ImportPage = ({ id }: { id: string }) => {
  const text = useText()
  const { data: saved, error, refetch } = useImport(id)
  if (!saved) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const { fileName, rows, createdByName, state } = saved
  return (
    <Page
      title={fileName}
      lead={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <ImportStateMark state={state} />
          {text('candidateImport.rowsBy', {
            smart_count: rows,
            count: formatNumber(rows),
            name: createdByName ?? text('candidateImport.somebody'),
          })}
        </Box>
      }
      above={<BackTo to={IMPORTS}>{text('candidateImport.back')}</BackTo>}
    >
      <ImportSteps at="check" of={{ ...saved, mayChange: isChangeable(saved) }} />
      <Standing saved={saved} />
    </Page>
  )
}
