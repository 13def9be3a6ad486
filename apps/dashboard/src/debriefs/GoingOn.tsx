import type { Debrief } from '@assay/contracts'
import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { Section } from '../components/Section.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { useDebriefCommands } from './debrief-requests.ts'
import { namesOf } from './names-of.ts'

interface GoingOnProps {
  debrief: Debrief
  votes: NonNullable<Debrief['votes']>
  id: string
}

/** For who leads the meeting: each step with its consequences first. */
export const GoingOn = ({ debrief, votes, id }: GoingOnProps) => {
  const text = useText()
  const [asking, setAsking] = useState<'begin' | 'close' | null>(null)
  const commands = useDebriefCommands(debrief.applicationId, id)
  const reopening = useSubmission(async () => void (await commands.step('reopen')))
  const { beginTalking, close, reopen } = debrief.may
  if (!beginTalking.allowed && !close.allowed && !reopen.allowed) return null
  const { before: silent } = votes.notHeard
  const shut = () => setAsking(null)
  return (
    <Section title={text('debrief.lead')} about={text('debrief.leadAbout')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {beginTalking.allowed && (
          <Button variant="contained" onClick={() => setAsking('begin')}>
            {text('debrief.begin')}
          </Button>
        )}
        {close.allowed && (
          <Button variant="outlined" onClick={() => setAsking('close')}>
            {text('debrief.close')}
          </Button>
        )}
        {reopen.allowed && (
          <Button variant="outlined" onClick={() => void reopening.send()}>
            {text('debrief.reopen')}
          </Button>
        )}
      </Box>
      <ProblemNotice problem={reopening.problem} />
      {asking === 'begin' && (
        <ConfirmDialog
          title={text('debrief.beginTitle')}
          verb={text('debrief.begin')}
          work={async () => void (await commands.step('begin-talking'))}
          onClose={shut}
        >
          {text('debrief.beginText')}
          {silent.length > 0 && (
            <Box sx={{ mt: 1 }}>{text('debrief.beginMissing', { names: namesOf(silent) })}</Box>
          )}
        </ConfirmDialog>
      )}
      {asking === 'close' && (
        <ConfirmDialog
          title={text('debrief.closeTitle')}
          verb={text('debrief.close')}
          work={async () => void (await commands.step('close'))}
          onClose={shut}
        >
          {text('debrief.closeText')}
        </ConfirmDialog>
      )}
    </Section>
  )
}
