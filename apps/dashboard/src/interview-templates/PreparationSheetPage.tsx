import { id as versionId, type InterviewTemplateVersion, type PreparationSheet } from '@assay/contracts'
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { useParams } from 'react-router'
import { request } from '../api/request.ts'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Prose } from '../components/Prose.tsx'
import { type Text, useText } from '../i18n/text.ts'
import { BackTo } from '../components/BackTo.tsx'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { fileNameOf } from './file-name.ts'
import { templateAddress } from './template-address.ts'
import { useVersion } from './useVersion.ts'

const asText = (text: Text, { name, durationMinutes, about, topics, judged }: PreparationSheet): string =>
  [
    name,
    text('preparationSheet.minutes', { minutes: durationMinutes }),
    '',
    about,
    '',
    text('preparationSheet.topics'),
    ...topics.map((topic) => `- ${topic}`),
    '',
    text('preparationSheet.judged'),
    ...judged.map((one) => `- ${one.name}: ${one.words}`),
  ].join('\n')

const Heading = ({ children }: { children: string }) => (
  <Typography variant="h3" component="h2" sx={{ mt: 3, mb: 0.75 }}>
    {children}
  </Typography>
)

const Sheet = ({ sheet }: { sheet: PreparationSheet }) => {
  const text = useText()
  const { name, durationMinutes, about, topics, judged } = sheet
  return (
    <Paper
      variant="outlined"
      sx={{ borderRadius: 1.5, p: { xs: 2.5, sm: 5 }, maxWidth: 760, overflowWrap: 'anywhere' }}
    >
      <Typography variant="h2" component="p">
        {name}
      </Typography>
      <Typography color="textSecondary">
        {text('preparationSheet.minutes', { minutes: durationMinutes })}
      </Typography>
      <Heading>{text('preparationSheet.about')}</Heading>
      <Typography component="div">
        {about ? <Prose>{about}</Prose> : text('preparationSheet.emptyAbout')}
      </Typography>
      {topics.length > 0 && <Heading>{text('preparationSheet.topics')}</Heading>}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {topics.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
      </Box>
      {judged.length > 0 && <Heading>{text('preparationSheet.judged')}</Heading>}
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 1.25, '& dt': { fontWeight: 600 }, '& dd': { m: 0 } }}
      >
        {judged.map((one) => (
          <div key={one.name}>
            <dt>{one.name}</dt>
            <dd>{one.words}</dd>
          </div>
        ))}
      </Box>
    </Paper>
  )
}

const Actions = ({ version, sheet }: { version: InterviewTemplateVersion; sheet: PreparationSheet }) => {
  const text = useText()
  const notify = useNotify()
  const copy = async () => {
    await navigator.clipboard.writeText(asText(text, sheet))
    notify('preparationSheet.copied')
  }
  return (
    <>
      <Button variant="outlined" startIcon={<ContentCopyOutlined />} onClick={() => void copy()}>
        {text('preparationSheet.copy')}
      </Button>
      <DownloadButton
        path={`/interview-template-versions/${version.id}/preparation-sheet.pdf`}
        fileName={fileNameOf(`${sheet.name} ${text('preparationSheet.title')}`, version.number, 'pdf')}
      >
        {text('preparationSheet.pdf')}
      </DownloadButton>
    </>
  )
}

const Loaded = ({ id }: { id: string }) => {
  const text = useText()
  const version = useVersion(id)
  const sheet = useQuery({
    queryKey: ['interview-template-versions', 'preparation-sheet', id],
    queryFn: async () =>
      (await request<PreparationSheet>(`/interview-template-versions/${id}/preparation-sheet`)).data,
  })
  const error = version.error ?? sheet.error
  if (error) return <ProblemState error={error} onRetry={() => void sheet.refetch()} />
  if (!version.data || !sheet.data) return <PageLoading />
  return (
    <Page
      title={text('preparationSheet.title')}
      lead={text('preparationSheet.lead')}
      above={<BackTo to={templateAddress(version.data.template.id)}>{version.data.template.name}</BackTo>}
      actions={<Actions version={version.data} sheet={sheet.data} />}
    >
      {version.data.status !== 'published' && (
        <Box sx={{ mb: 3, maxWidth: 760 }}>
          <Notice kind="warning" title={text('preparationSheet.draft')} />
        </Box>
      )}
      <Sheet sheet={sheet.data} />
    </Page>
  )
}

/** What a candidate is sent before the interview. */
export const PreparationSheetPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="interview-templates.read">
      {versionId.safeParse(id).success ? <Loaded id={id} /> : <NotFoundState />}
    </Permitted>
  )
}
