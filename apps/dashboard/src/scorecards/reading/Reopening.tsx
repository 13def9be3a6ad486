import type { Scorecard } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Field } from '../../components/Field.tsx'
import { formatMoment } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { notPrinted } from './reading-print.ts'
import { useReopening } from './scorecard-reading.ts'

type Verb = 'ask' | 'agree' | 'refuse' | 'withdraw'

interface AskingProps {
  scorecard: Scorecard
  verb: Verb
  onClose: () => void
}

/** The consequences in words; a reason where one is due. */
const Asking = ({ scorecard, verb, onClose }: AskingProps) => {
  const text = useText()
  const { mutateAsync } = useReopening(scorecard.applicationId)
  const [because, setBecause] = useState('')
  const names = { name: scorecard.author.name }
  const id = scorecard.reopening?.id ?? ''
  const work = async () => {
    if (verb === 'ask') await mutateAsync({ verb, scorecardId: scorecard.id, because })
    else if (verb === 'refuse') await mutateAsync({ verb, id, because })
    else await mutateAsync({ verb, id })
  }
  return (
    <ConfirmDialog
      title={text(`scorecards.reopening.${verb}Title`, names)}
      verb={text(`scorecards.reopening.${verb}`)}
      work={work}
      onClose={onClose}
    >
      <Typography>{text(`scorecards.reopening.${verb}Text`, names)}</Typography>
      {(verb === 'ask' || verb === 'refuse') && (
        <Box sx={{ mt: 2 }}>
          <Field
            multiline
            minRows={2}
            label={text(`scorecards.reopening.${verb}Reason`)}
            value={because}
            onChange={({ target }) => setBecause(target.value)}
          />
        </Box>
      )}
    </ConfirmDialog>
  )
}

/** How the last request stands, in one or two sentences. */
const Standing = ({ scorecard: { reopening, reopened, may } }: { scorecard: Scorecard }) => {
  const text = useText()
  if (reopened) return <Box>{text('scorecards.reopening.reopened')}</Box>
  if (reopening === null || (reopening.status !== 'asked' && reopening.status !== 'refused')) return null
  const { status, askedBy, askedAt, because, answeredBy, answer } = reopening
  return (
    <>
      <Box>
        {text('scorecards.reopening.asked', { name: askedBy.name, time: formatMoment(askedAt) })}
        {because && ` ${because}`}
      </Box>
      {status === 'asked' && !may.reopen.allowed && (
        <Box sx={{ color: 'text.secondary' }}>{may.reopen.because}</Box>
      )}
      {status === 'refused' && answeredBy && (
        <Box>
          {text('scorecards.reopening.refused', { name: answeredBy.name })}
          {answer && ` ${answer}`}
        </Box>
      )}
    </>
  )
}

/** A submitted scorecard is written anew when one person asks for it and another agrees. */
export const Reopening = ({ scorecard }: { scorecard: Scorecard }) => {
  const text = useText()
  const [verb, setVerb] = useState<Verb | null>(null)
  const { may } = scorecard
  const open: readonly (readonly [Verb, boolean])[] = [
    ['ask', may.askToReopen.allowed],
    ['agree', may.reopen.allowed],
    ['refuse', may.refuseToReopen.allowed],
    ['withdraw', may.withdraw.allowed],
  ]
  const verbs = open.filter(([, allowed]) => allowed).map(([name]) => name)
  return (
    <Box sx={{ display: 'grid', gap: 0.75, fontSize: '0.875rem' }}>
      <Standing scorecard={scorecard} />
      {verbs.length > 0 && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', ...notPrinted }}>
          {verbs.map((name) => (
            <Button
              key={name}
              size="small"
              variant={name === 'agree' ? 'outlined' : 'text'}
              onClick={() => setVerb(name)}
            >
              {text(`scorecards.reopening.${name}`)}
            </Button>
          ))}
        </Box>
      )}
      {verb && <Asking scorecard={scorecard} verb={verb} onClose={() => setVerb(null)} />}
    </Box>
  )
}
