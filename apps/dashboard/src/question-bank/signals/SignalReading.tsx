import type { Signal } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useText } from '../../i18n/text.ts'
import { SignalMark } from './SignalMark.tsx'

export const SignalFacts = ({ row }: { row: Signal }) => <SignalMark kind={row.kind} />

/** Its words are the title of its page; here stands what it is for. */
export const SignalReading = ({ row }: { row: Signal }) => {
  const text = useText()
  return (
    <Typography color="textSecondary" sx={{ maxWidth: '64ch' }}>
      {text(`bank.signalMeans.${row.kind}`)}
    </Typography>
  )
}
