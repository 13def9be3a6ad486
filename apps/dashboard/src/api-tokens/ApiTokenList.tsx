import type { ApiToken } from '@assay/contracts'
import KeyOutlined from '@mui/icons-material/KeyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { request } from '../api/request.ts'
import { Blank } from '../components/Blank.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { ApiTokenDialog } from './ApiTokenDialog.tsx'
import { ApiTokenRow } from './ApiTokenRow.tsx'

const OWN = ['api-tokens'] as const

const RevokeDialog = ({ token, onClose }: { token: ApiToken; onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const queries = useQueryClient()
  return (
    <ConfirmDialog
      grave
      title={text('apiToken.revokeTitle', { name: token.name })}
      verb={text('apiToken.revoke')}
      onClose={onClose}
      work={async () => {
        await request(`/api-tokens/${token.id}`, { method: 'DELETE' })
        await queries.invalidateQueries({ queryKey: OWN })
        notify('apiToken.revokedDone')
      }}
    >
      {text('apiToken.revokeText')}
    </ConfirmDialog>
  )
}

const Tokens = ({ tokens, onMake }: { tokens: ApiToken[]; onMake: () => void }) => {
  const text = useText()
  const [revoking, setRevoking] = useState<ApiToken | null>(null)
  const make = (
    <Button variant="outlined" onClick={onMake}>
      {text('apiToken.make')}
    </Button>
  )
  if (tokens.length === 0) {
    return (
      <Blank icon={KeyOutlined} title={text('apiToken.emptyTitle')} action={make}>
        {text('apiToken.emptyText')}
      </Blank>
    )
  }
  return (
    <>
      <Box component="ul" sx={{ m: 0, mb: 2, p: 0, '& > li': { borderBottom: 1, borderColor: 'divider' } }}>
        {tokens.map((token) => (
          <ApiTokenRow key={token.id} token={token} onRevoke={setRevoking} />
        ))}
      </Box>
      {make}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

export const ApiTokenList = () => {
  const text = useText()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: OWN,
    queryFn: async ({ signal }) => (await request<ApiToken[]>('/api-tokens', { signal })).data,
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <>
      <Section title={text('apiToken.title')} about={text('apiToken.about')}>
        <Tokens tokens={data} onMake={() => void navigate({ hash: 'make' })} />
      </Section>
      {hash === '#make' && <ApiTokenDialog onClose={() => void navigate({ hash: '' })} />}
    </>
  )
}
