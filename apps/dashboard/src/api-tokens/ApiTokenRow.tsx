import type { ApiToken } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Moment } from '../components/Moment.tsx'
import { formatList, formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { codeFace } from '../theme/typography.ts'

const isOver = (token: ApiToken): boolean => Date.parse(token.expiresAt) < Date.now()

const useLife = (token: ApiToken): { words: string; over: boolean } => {
  const text = useText()
  if (token.revokedAt)
    return { words: text('apiToken.revoked', { moment: formatMoment(token.revokedAt) }), over: true }
  const moment = formatMoment(token.expiresAt)
  const over = isOver(token)
  return { words: text(over ? 'apiToken.expired' : 'apiToken.expires', { moment }), over }
}

const LastUsed = ({ at }: { at: string | null }) => {
  const text = useText()
  if (!at) return text('apiToken.neverUsed')
  return (
    <>
      {`${text('apiToken.used')} `}
      <Moment at={at} relative />
    </>
  )
}

const Name = ({ token }: { token: ApiToken }) => (
  <Typography component="p" variant="subtitle2" sx={{ overflowWrap: 'anywhere' }}>
    {token.name}
    <Box
      component="code"
      sx={{ ml: 1, fontFamily: codeFace, fontSize: '0.813rem', fontWeight: 400, color: 'text.secondary' }}
    >
      {`${token.prefix}…`}
    </Box>
  </Typography>
)

const row = {
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1.5,
  alignItems: 'center',
  py: 1.5,
} as const

export const ApiTokenRow = ({
  token,
  onRevoke,
}: {
  token: ApiToken
  onRevoke: (token: ApiToken) => void
}) => {
  const text = useText()
  const { words, over } = useLife(token)
  return (
    <Box component="li" sx={row}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Name token={token} />
        <Typography component="p" variant="caption">
          {text('apiToken.may', {
            list: formatList(token.scopes.map((scope) => text(`permission.${scope}`))),
          })}
        </Typography>
        <Typography component="p" variant="caption" color="textSecondary">
          {`${words}, `}
          <LastUsed at={token.lastUsedAt} />
        </Typography>
      </Box>
      {!over && (
        <Button size="small" variant="outlined" color="error" onClick={() => onRevoke(token)}>
          {text('apiToken.revoke')}
        </Button>
      )}
    </Box>
  )
}
