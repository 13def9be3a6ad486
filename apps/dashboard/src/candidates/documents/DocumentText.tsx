import type {
  Candidate,
  CandidateDocument,
  CandidateDocumentDetail,
  DocumentSuggestion,
} from '@assay/contracts'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { usePermitted } from '../../api/current-session.ts'
import { PageLoading } from '../../components/PageLoading.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useSubmission } from '../../components/useSubmission.ts'
import { useText } from '../../i18n/text.ts'
import { isKnown } from './known-suggestion.ts'
import { useDocument, useDocumentCommands } from './document-requests.ts'

const takenLook = { icon: CheckOutlined, color: 'success.main', ground: 'tint.success' } as const

const knownLook = { icon: CheckOutlined, color: 'text.secondary', ground: 'surface.sunken' } as const

const row = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
  alignItems: 'center',
  justifyItems: 'start',
  gap: 1,
  py: 1,
} as const

interface SuggestionProps {
  of: CandidateDocumentDetail
  candidate: Candidate
  suggestion: DocumentSuggestion
}

const Suggestion = ({ of, candidate, suggestion }: SuggestionProps) => {
  const text = useText()
  const notify = useNotify()
  const commands = useDocumentCommands()
  const mayManage = usePermitted('candidates.manage')
  const { id, field, value, place, acceptedAt } = suggestion
  const known = acceptedAt === null && isKnown(candidate, suggestion)
  const submission = useSubmission(async () => {
    await commands.accept(of.id, id)
    notify('document.took', { messageArgs: { value } })
  })
  const where = 'line' in place ? text('document.line', { line: place.line }) : place.path
  return (
    <Box component="li" sx={row}>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {value}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {text(`document.field.${field}`)} · {where}
        </Box>
      </Box>
      {acceptedAt !== null && <StatusMark look={takenLook}>{text('document.taken')}</StatusMark>}
      {known && <StatusMark look={knownLook}>{text('document.known')}</StatusMark>}
      {acceptedAt === null && !known && mayManage && (
        <SubmitButton
          type="button"
          size="small"
          variant="outlined"
          aria-label={text('document.takeOf', { value })}
          sending={submission.sending}
          onClick={() => void submission.send()}
        >
          {text('document.take')}
        </SubmitButton>
      )}
      {submission.problem && (
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ProblemNotice problem={submission.problem} />
        </Box>
      )}
    </Box>
  )
}

interface OfDetail {
  detail: CandidateDocumentDetail
  candidate: Candidate
}

const Suggestions = ({ detail, candidate }: OfDetail) => {
  const text = useText()
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="subtitle2" component="h4">
        {text('document.found')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {text('document.foundAbout')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
        {detail.suggestions.map((suggestion) => (
          <Suggestion key={suggestion.id} of={detail} candidate={candidate} suggestion={suggestion} />
        ))}
      </Box>
    </Box>
  )
}

const reading = {
  maxHeight: 480,
  overflow: 'auto',
  p: 2,
  borderRadius: 1,
  bgcolor: 'surface.sunken',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.875rem',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
} as const

interface DocumentTextProps {
  document: CandidateDocument
  candidate: Candidate
}

/** What stands in a document, as text and nothing else, and what was found in it. */
export const DocumentText = ({ document, candidate }: DocumentTextProps) => {
  const text = useText()
  const { data, error, refetch } = useDocument(document)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Box sx={{ mt: 2 }}>
      {data.suggestions.length > 0 && <Suggestions detail={data} candidate={candidate} />}
      {/* It scrolls by itself, so the keyboard has to reach it. */}
      <Box
        component="section"
        tabIndex={0}
        aria-label={text('document.textOf', { name: data.name })}
        sx={reading}
      >
        {data.text}
      </Box>
      {data.isTextCut && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {text('document.cut')}
        </Typography>
      )}
    </Box>
  )
}
