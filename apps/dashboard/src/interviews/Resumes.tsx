import type { InterviewResumes } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { useResumes } from './interview-requests.ts'

const EXTENSIONS = { pdf: 'pdf', docx: 'docx', text: 'txt', json_resume: 'json' } as const

const Resume = ({ id, resume }: { id: string; resume: InterviewResumes['resumes'][number] }) => {
  const text = useText()
  return (
    <Box component="li" sx={{ listStyle: 'none', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{resume.name}</Box>
        <DownloadButton
          path={`/interviews/${id}/resumes/${resume.id}`}
          fileName={`${resume.name}.${EXTENSIONS[resume.format]}`}
        >
          {text('interview.resume.download')}
        </DownloadButton>
      </Box>
      {resume.text === null ? (
        <Typography color="textSecondary">
          {text(resume.state === 'reading' ? 'interview.resume.reading' : 'interview.resume.unreadable')}
        </Typography>
      ) : (
        <Box
          tabIndex={0}
          component="section"
          aria-label={resume.name}
          sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 420, overflowY: 'auto' }}
        >
          {resume.text}
        </Box>
      )}
    </Box>
  )
}

/** What the panel reads of the candidate beforehand. */
export const Resumes = ({ id }: { id: string }) => {
  const text = useText()
  const { data, error, refetch } = useResumes(id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.resumes.length === 0) {
    return <Typography color="textSecondary">{text('interview.resume.none')}</Typography>
  }
  return (
    <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
      {data.resumes.map((resume) => (
        <Resume key={resume.id} id={id} resume={resume} />
      ))}
    </Box>
  )
}
