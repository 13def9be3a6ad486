import { type Decision, refuseDecision } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { type ReactNode, useId, useState } from 'react'
import { useCurrentSession } from '../api/current-session.ts'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { useDecisionCommands } from './decision-requests.ts'

interface AnswerProps {
  decision: Decision
  onClose: () => void
}

const useSubject = ({ outcome, candidate }: Decision) => {
  const text = useText()
  return { outcome: text(`decision.outcome.${outcome}`), name: candidate.name }
}

const Asking = ({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) => {
  const id = useId()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  )
}

const Buttons = ({ children, onClose }: { children: ReactNode; onClose: () => void }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1, mt: 2 }}>
      <Button onClick={onClose}>{text('action.cancel')}</Button>
      {children}
    </Box>
  )
}

const Approving = ({ decision, onClose }: AnswerProps) => {
  const text = useText()
  const notify = useNotify()
  const { approve } = useDecisionCommands()
  const submission = useSubmission(async () => {
    await approve(decision.id)
    notify('decision.approved')
    onClose()
  })
  return (
    <Asking title={text('decision.approveTitle', useSubject(decision))} onClose={onClose}>
      <Typography sx={{ mb: 2 }}>{text('decision.approveText')}</Typography>
      <RefusedNotice problem={submission.problem} />
      <Buttons onClose={onClose}>
        <SubmitButton type="button" sending={submission.sending} onClick={() => void submission.send()}>
          {text('decision.approve')}
        </SubmitButton>
      </Buttons>
    </Asking>
  )
}

/** By somebody who is asked; whoever made it takes it back with the same. */
const Refusing = ({ decision, own, onClose }: AnswerProps & { own: boolean }) => {
  const text = useText()
  const notify = useNotify()
  const { refuse } = useDecisionCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: refuseDecision,
    start: { because: '' },
    send: async ({ because }) => {
      await refuse(decision.id, because)
      notify(own ? 'decision.takenBack' : 'decision.refused')
      onClose()
    },
  })
  useFirstFocus(form, 'because')
  const subject = useSubject(decision)
  return (
    <Asking title={text(own ? 'decision.takeBackTitle' : 'decision.refuseTitle', subject)} onClose={onClose}>
      <FormStack onSubmit={submit}>
        <Typography>{text(own ? 'decision.takeBackText' : 'decision.refuseText')}</Typography>
        <RefusedNotice problem={submission.problem} />
        <Field multiline minRows={2} label={text('decision.becauseLabel')} {...field('because')} />
        <Buttons onClose={onClose}>
          <SubmitButton sending={submission.sending} color="error">
            {text(own ? 'decision.takeBack' : 'decision.refuse')}
          </SubmitButton>
        </Buttons>
      </FormStack>
    </Asking>
  )
}

/** Agreeing and refusing, for whoever may now. */
export const DecisionAnswers = ({ decision }: { decision: Decision }) => {
  const text = useText()
  const own = useCurrentSession()?.user.id === decision.madeBy.id
  const [answering, setAnswering] = useState<'approve' | 'refuse' | null>(null)
  const close = () => setAnswering(null)
  const { approve, refuse } = decision.may
  return (
    <>
      {approve.allowed && (
        <Button variant="contained" onClick={() => setAnswering('approve')}>
          {text('decision.approve')}
        </Button>
      )}
      {refuse.allowed && (
        <Button variant="outlined" color="error" onClick={() => setAnswering('refuse')}>
          {text(own ? 'decision.takeBack' : 'decision.refuse')}
        </Button>
      )}
      {answering === 'approve' && <Approving decision={decision} onClose={close} />}
      {answering === 'refuse' && <Refusing decision={decision} own={own} onClose={close} />}
    </>
  )
}
