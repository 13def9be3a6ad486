import Tooltip from '@mui/material/Tooltip'
import { formatExactly, formatMoment, formatRelative } from '../i18n/formats.ts'

/** A time as people say it; the exact one, with its zone, on hover and focus. */
export const Moment = ({ at, relative = false }: { at: string; relative?: boolean }) => (
  <Tooltip title={formatExactly(at)}>
    <time dateTime={at} aria-label={relative ? `${formatRelative(at)}, ${formatMoment(at)}` : undefined}>
      {relative ? formatRelative(at) : formatMoment(at)}
    </time>
  </Tooltip>
)
