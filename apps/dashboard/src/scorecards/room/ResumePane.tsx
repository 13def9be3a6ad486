import type { InterviewResumes } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { request } from '../../api/request.ts'
import { Field } from '../../components/Field.tsx'
import { PageLoading } from '../../components/PageLoading.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { useAnswer } from '../../components/useAnswer.ts'
import { useText } from '../../i18n/text.ts'

/** The text in pieces; every second one is what was looked for. */
const pieces = (whole: string, wanted: string): string[] => {
  if (wanted === '') return [whole]
  const parts: string[] = []
  const [text, sought] = [whole.toLowerCase(), wanted.toLowerCase()]
  // A letter may be longer in lower case: then places do not match, and nothing is marked.
  if (text.length !== whole.length) return [whole]
  let end = 0
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, end)) {
    parts.push(whole.slice(end, at), whole.slice(at, at + wanted.length))
    end = at + wanted.length
  }
  return [...parts, whole.slice(end)]
}

const Found = ({ parts }: { parts: readonly string[] }) =>
  parts.map((part, place) =>
    place % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in its order
      <Box component="mark" key={place} sx={{ bgcolor: 'tint.brass', color: 'inherit' }}>
        {part}
      </Box>
    ) : (
      part
    ),
  )

const Texts = ({ resumes }: { resumes: InterviewResumes['resumes'] }) => {
  const text = useText()
  const [wanted, setWanted] = useState('')
  const sought = wanted.trim()
  const found = useMemo(
    () => resumes.map((resume) => ({ ...resume, parts: pieces(resume.text ?? '', sought) })),
    [resumes, sought],
  )
  const count = found.reduce((sum, { parts }) => sum + (parts.length - 1) / 2, 0)
  const words =
    count > 0 ? text('scorecard.resume.found', { smart_count: count }) : text('scorecard.resume.nowhere')
  if (resumes.length === 0)
    return <Typography color="textSecondary">{text('scorecard.resume.none')}</Typography>
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Field
        size="small"
        type="search"
        label={text('scorecard.resume.search')}
        hint={<span aria-live="polite">{sought ? words : ''}</span>}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      {found.map(({ id, name, text: said, parts }) => (
        <section key={id} aria-label={name}>
          <Typography variant="h3" component="h2" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.875rem' }}>
            {said === null ? text('scorecard.resume.unreadable', { name }) : <Found parts={parts} />}
          </Box>
        </section>
      ))}
    </Box>
  )
}

const read = async (interviewId: string): Promise<InterviewResumes> =>
  (await request<InterviewResumes>(`/interviews/${interviewId}/resumes`)).data

/** What the candidate wrote, beside what one writes. */
export const ResumePane = ({ interviewId }: { interviewId: string }) => {
  const { asked, again } = useAnswer(async () => await read(interviewId))
  if (asked === null) return <PageLoading />
  return (
    <Box sx={{ p: 2 }}>
      {'error' in asked ? (
        <ProblemState error={asked.error} onRetry={again} />
      ) : (
        <Texts resumes={asked.data.resumes} />
      )}
    </Box>
  )
}
