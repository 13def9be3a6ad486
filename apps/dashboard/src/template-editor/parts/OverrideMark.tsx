import Box from '@mui/material/Box'
import { useText } from '../../i18n/text.ts'

/** How much of an entry this version puts otherwise; nothing while it follows the bank. */
export const OverrideMark = ({ overrides }: { overrides: object }) => {
  const text = useText()
  const count = Object.keys(overrides).filter((field) => field !== 'minutes').length
  if (count === 0) return null
  return (
    <Box component="span" sx={{ color: 'brass.text', fontWeight: 600 }}>
      {text('templateEditor.override.count', { smart_count: count })}
    </Box>
  )
}
