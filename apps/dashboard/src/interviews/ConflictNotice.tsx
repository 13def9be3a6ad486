import Box from '@mui/material/Box'
import { Notice } from '../components/Notice.tsx'
import { formatMoment, formatTime } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { useConflicts } from './interview-requests.ts'
import type { ScheduleFieldsProps } from './ScheduleFields.tsx'
import { momentOf } from './wall-clock.ts'

/** Says who is somewhere else at the chosen time, while it can still be chosen otherwise. */
export const ConflictNotice = ({ form, applicationId, interviewId }: ScheduleFieldsProps) => {
  const text = useText()
  const [date, time, timeZone, minutes, panel] = form.watch(['date', 'time', 'timeZone', 'minutes', 'panel'])
  const startsAt = momentOf({ date, time }, timeZone)
  const isWhole = startsAt !== null && Number.isInteger(minutes) && minutes >= 5 && minutes <= 720
  const { data } = useConflicts(
    isWhole
      ? {
          startsAt,
          minutes,
          applicationId,
          userIds: panel.map(({ userId }) => userId),
          ...(interviewId === undefined ? {} : { exceptId: interviewId }),
        }
      : null,
  )
  if (!data || data.conflicts.length === 0) return null
  return (
    <Box sx={{ mt: 2.5 }}>
      <Notice kind="warning" title={text('interview.conflicts')}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {data.conflicts.map((one) => (
            <li key={`${one.userId ?? 'candidate'} ${one.startsAt}`}>
              {text('interview.conflictLine', {
                name: one.name,
                from: formatMoment(one.startsAt),
                to: formatTime(one.endsAt),
              })}
            </li>
          ))}
        </Box>
        {text('interview.conflictsGo')}
      </Notice>
    </Box>
  )
}
