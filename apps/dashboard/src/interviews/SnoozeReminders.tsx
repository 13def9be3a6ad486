import { type OwedInterview, snoozeDays } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { Choice } from '../components/Choice.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Field } from '../components/Field.tsx'
import { formatCalendarDay } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { useInterviewCommands } from './interview-requests.ts'

/** Reminders of one's own scorecard, put off until a working day. */
const SnoozeDialog = ({ interview, onClose }: { interview: OwedInterview; onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useInterviewCommands()
  const [days] = useState(() => snoozeDays(new Date(), interview.timeZone))
  const [until, setUntil] = useState(days[0] ?? '')
  const [because, setBecause] = useState('')
  return (
    <ConfirmDialog
      title={text('interview.snooze.title')}
      verb={text('interview.snooze.verb')}
      onClose={onClose}
      work={async () => {
        await commands.snooze(interview.id, until, because)
        notify('interview.snooze.done')
      }}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{text('interview.snooze.text')}</span>
        <Choice
          label={text('interview.snooze.until')}
          options={days.map((day) => ({ value: day, label: formatCalendarDay(day) }))}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        <Field
          label={text('interview.snooze.because')}
          value={because}
          hint={text('interview.snooze.becauseHint')}
          onChange={({ target }) => setBecause(target.value.slice(0, 300))}
        />
      </Box>
    </ConfirmDialog>
  )
}

export const SnoozeReminders = ({ interview }: { interview: OwedInterview }) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {text('interview.snooze.open')}
      </Button>
      {open && <SnoozeDialog interview={interview} onClose={() => setOpen(false)} />}
    </>
  )
}
