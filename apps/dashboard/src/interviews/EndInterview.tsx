import type { Interview } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Field } from '../components/Field.tsx'
import { useText } from '../i18n/text.ts'
import { useInterviewCommands } from './interview-requests.ts'
import { isPastMoment } from './is-past.ts'

const VERBS = { cancel: 'cancel', missed: 'did-not-happen' } as const

/** An interview that will not take place, or did not. */
export const EndInterview = ({ interview }: { interview: Interview }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useInterviewCommands()
  const [open, setOpen] = useState(false)
  const [because, setBecause] = useState('')
  const verb = isPastMoment(interview.startsAt) ? 'missed' : 'cancel'
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text(`interview.${verb}`)}
      </Button>
      {open && (
        <ConfirmDialog
          title={text(`interview.${verb}Title`)}
          verb={text(`interview.${verb}`)}
          grave
          onClose={() => setOpen(false)}
          work={async () => {
            await commands.end(interview.id, VERBS[verb], because)
            notify(`interview.${verb}Done`)
          }}
        >
          <p>{text(`interview.${verb}Text`)}</p>
          <Field
            label={text('interview.reason')}
            value={because}
            onChange={({ target }) => setBecause(target.value.slice(0, 300))}
          />
        </ConfirmDialog>
      )}
    </>
  )
}
