import type { Session } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { request } from '../api/request.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { SessionRow } from './SessionRow.tsx'

const OWN = ['sessions'] as const

const Reused = ({ session }: { session: Session }) => {
  const text = useText()
  return (
    <Box sx={{ my: 2.5 }}>
      <Notice
        kind="error"
        title={text('ownSession.warningTitle')}
        action={<TextLink to="/account">{text('ownSession.changePassword')}</TextLink>}
      >
        {text('ownSession.warning', {
          moment: formatMoment(session.endedAt ?? session.lastSeenAt),
          device: session.device,
        })}
      </Notice>
    </Box>
  )
}

const Rows = ({ sessions, onEnd }: { sessions: Session[]; onEnd?: (session: Session) => void }) => (
  <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
    {sessions.map((session) => (
      <SessionRow key={session.id} session={session} onEnd={onEnd} />
    ))}
  </Box>
)

const EndDialog = ({ session, onClose }: { session: Session; onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const queries = useQueryClient()
  return (
    <ConfirmDialog
      grave
      title={text('ownSession.endTitle', { device: session.device })}
      verb={text('ownSession.end')}
      onClose={onClose}
      work={async () => {
        await request(`/sessions/${session.id}`, { method: 'DELETE' })
        await queries.invalidateQueries({ queryKey: OWN })
        notify('ownSession.ended')
      }}
    >
      {text('ownSession.endText')}
    </ConfirmDialog>
  )
}

/** Where one is signed in, and why what has ended did. */
export const SessionList = () => {
  const text = useText()
  const [ending, setEnding] = useState<Session | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: OWN,
    queryFn: async ({ signal }) => (await request<Session[]>('/sessions', { signal })).data,
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const reused = data.find(({ endedBecause }) => endedBecause === 'token_reused')
  const ended = data.filter(({ endedAt }) => endedAt !== null)
  return (
    <>
      {reused && <Reused session={reused} />}
      <Section title={text('account.sessions')} about={text('ownSession.about')}>
        <Rows sessions={data.filter(({ endedAt }) => endedAt === null)} onEnd={setEnding} />
      </Section>
      <Section title={text('ownSession.endedTitle')}>
        {ended.length > 0 ? (
          <Rows sessions={ended} />
        ) : (
          <Typography variant="body2" color="textSecondary">
            {text('ownSession.none')}
          </Typography>
        )}
      </Section>
      {ending && <EndDialog session={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
