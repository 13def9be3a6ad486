import type { RetentionDue } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { candidateAddress } from '../candidates/candidate-requests.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { formatCalendarDay } from '../i18n/formats.ts'
import { type Text, useText } from '../i18n/text.ts'
import { KeepingList, KeepingRow } from './KeepingRow.tsx'
import { useDue } from './retention-requests.ts'

/** Since or from when, and what follows. */
export const dueWords = ({ dueOn, isDue, erasesOn, isHeld }: RetentionDue, text: Text): string => {
  const when = text(isDue ? 'retention.dueSince' : 'retention.dueFrom', { day: formatCalendarDay(dueOn) })
  if (isHeld) return `${when} · ${text('retention.held')}`
  const then =
    erasesOn === null
      ? text('retention.asks')
      : text('retention.erases', { day: formatCalendarDay(erasesOn) })
  return `${when} · ${then}`
}

/** People whose data has had its time, the longest first. Each is decided about on their own page. */
export const DueList = () => {
  const text = useText()
  const { data, error, refetch } = useDue()
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const { rows, total } = data
  if (total === 0) return <Typography color="textSecondary">{text('retention.dueNone')}</Typography>
  return (
    <>
      <KeepingList label={text('retention.due')}>
        {rows.map((one) => (
          <KeepingRow
            key={one.id}
            title={<TextLink to={candidateAddress(one.id)}>{one.name}</TextLink>}
            lines={[
              dueWords(one, text),
              text(one.applications === 0 ? 'retention.dueUntouched' : 'retention.dueEnded', {
                day: formatCalendarDay(one.lastEndedOn),
              }),
            ]}
          />
        ))}
      </KeepingList>
      {total > rows.length && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {text('retention.dueMore', { smart_count: total - rows.length })}
        </Typography>
      )}
    </>
  )
}
