import Box from '@mui/material/Box'
import { useText } from '../i18n/text.ts'
import type { BankRow } from './bank-kind.ts'

const badge = { px: 0.75, borderRadius: 0.75, fontWeight: 600, fontSize: '0.813rem', whiteSpace: 'nowrap' }

/** Built in is the rule and stays quiet; what is the organization's own, or put away, carries a colour. */
export const Origin = ({ row }: { row: BankRow }) => {
  const text = useText()
  if (row.archivedAt) {
    return (
      <Box component="span" sx={{ ...badge, bgcolor: 'surface.sunken', color: 'text.secondary' }}>
        {text('bank.archived')}
      </Box>
    )
  }
  if (row.key) return <span>{text('bank.builtIn')}</span>
  return (
    <Box component="span" sx={{ ...badge, bgcolor: 'tint.brass', color: 'brass.text' }}>
      {text('bank.own')}
    </Box>
  )
}
