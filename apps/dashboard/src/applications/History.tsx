import type { ApplicationChange } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { Moment } from '../components/Moment.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { APPLICATIONS_KEY } from './application-commands.ts'

const Entry = ({ change }: { change: ApplicationChange }) => {
  const text = useText()
  const { kind, stage, reason, note, madeAt, madeBy } = change
  return (
    <Box component="li" sx={{ listStyle: 'none', pl: 2, pb: 2, borderLeft: 2, borderColor: 'divider' }}>
      <Box sx={{ fontWeight: 600 }}>{text(`application.change.${kind}`, { stage: stage.name })}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        <Moment at={madeAt} /> ·{' '}
        {madeBy ? text('application.by', { name: madeBy.name }) : text('application.bySystem')}
      </Box>
      {reason && <Box sx={{ mt: 0.5 }}>{reason.name}</Box>}
      {note && <Box sx={{ mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note}</Box>}
    </Box>
  )
}

/** The steps of an application, the latest first. */
export const History = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery({
    queryKey: [...APPLICATIONS_KEY, 'history', id],
    queryFn: async () =>
      (await request<{ changes: ApplicationChange[] }>(`/applications/${encodeURIComponent(id)}/history`))
        .data,
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Box component="ol" sx={{ m: 0, p: 0 }}>
      {data.changes.map((change) => (
        <Entry key={change.revision} change={change} />
      ))}
    </Box>
  )
}
