import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'
import type { BankRow } from './bank-kind.ts'

const Badge = ({ ground, color, name }: { ground: string; color: string; name: string }) => (
  <span>
    <Box
      component="span"
      sx={{
        px: 0.75,
        py: 0.125,
        borderRadius: 0.75,
        bgcolor: ground,
        color,
        fontWeight: 600,
        fontSize: '0.813rem',
        whiteSpace: 'nowrap',
      }}
    >
      {name}
    </Box>
  </span>
)

/** Built in is the rule and stays quiet; what is the organization's own, or put away, carries a colour. */
export const Origin = ({ row }: { row: BankRow }) => {
  const text = useText()
  if (row.archivedAt)
    return <Badge ground="surface.sunken" color="text.secondary" name={text('bank.archived')} />
  if (row.key) return <span>{text('bank.builtIn')}</span>
  return <Badge ground="tint.brass" color="brass.text" name={text('bank.own')} />
}
