import type { Candidate, MergeGain, MergeOutcome } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { Notice } from '../../components/Notice.tsx'
import { PageLoading } from '../../components/PageLoading.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useFocusAtStart } from '../../components/useFocusAtStart.ts'
import { useSubmission } from '../../components/useSubmission.ts'
import { asProblem } from '../../api/problem.ts'
import { formatList } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { CANDIDATES_KEY, useCandidateCommands, useCustomFields } from '../candidate-requests.ts'
import { contactParts } from '../candidate-form.ts'
import { customWords } from '../CustomFacts.tsx'
import { type Fact, Facts } from '../Facts.tsx'

interface Pair {
  candidate: Candidate
  other: Candidate
}

/** Each thing that is gained, in the words of the page. */
const useGains = (gain: MergeGain, other: Candidate): Fact[] => {
  const text = useText()
  const fields = useCustomFields() ?? []
  const contacts = contactParts.map((part): Fact => {
    const values: readonly { value: string }[] = gain[part]
    return [text(`candidate.field.${part}`), values.map(({ value }) => value).join(', ')]
  })
  return [
    ...gain.filled.map((column): Fact => [text(`candidate.field.${column}`), other[column]]),
    ...contacts,
    [text('candidate.tags'), formatList(gain.tags)] as const,
    ...fields.flatMap((field): Fact[] => {
      const value = gain.customValues[field.id]
      return value === undefined ? [] : [[field.name, customWords(field, value, text)]]
    }),
  ].filter(([, words]) => words !== '')
}

const Preview = ({ outcome, candidate, other }: Pair & { outcome: MergeOutcome }) => {
  const text = useText()
  const gains = useGains(outcome.gain, other)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      {/* The search that had the focus is gone. */}
      <Typography
        ref={useFocusAtStart()}
        tabIndex={-1}
        sx={{ fontWeight: 600, overflowWrap: 'anywhere', outline: 0 }}
      >
        {text('candidate.merge.outcome', { other: other.name, name: candidate.name })}
      </Typography>
      <Typography color="textSecondary">{text('candidate.merge.lead')}</Typography>
      {gains.length === 0 ? (
        <Typography>{text('candidate.merge.nothing')}</Typography>
      ) : (
        <div>
          <Typography sx={{ mb: 1 }}>{text('candidate.merge.gains')}</Typography>
          <Facts facts={gains} />
        </div>
      )}
      {outcome.conflicts.length > 0 && (
        <Notice kind="warning" title={text('candidate.merge.conflicts')}>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {outcome.conflicts.map((conflict) => (
              <li key={conflict}>{conflict}</li>
            ))}
          </Box>
        </Notice>
      )}
    </Box>
  )
}

interface StepProps extends Pair {
  onBack: () => void
  onClose: () => void
}

/** What would happen, and the confirmation that it shall. */
export const MergeOutcomeStep = ({ candidate, other, onBack, onClose }: StepProps) => {
  const text = useText()
  const notify = useNotify()
  const commands = useCandidateCommands()
  const { data, error } = useQuery({
    queryKey: [...CANDIDATES_KEY, 'merge-trial', candidate.id, other.id],
    gcTime: 0,
    queryFn: async () => await commands.tryMerge(candidate.id, other.id),
  })
  const submission = useSubmission(async () => {
    await commands.merge(candidate.id, other.id)
    notify('candidate.merge.done')
    onClose()
  })
  return (
    <>
      {data && <Preview outcome={data} candidate={candidate} other={other} />}
      {!data && !error && <PageLoading />}
      <Box sx={{ mt: 2 }}>
        <ProblemNotice problem={submission.problem ?? (error && asProblem(error))} />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Button onClick={onBack}>{text('candidate.merge.other')}</Button>
        {data && (
          <SubmitButton type="button" sending={submission.sending} onClick={() => void submission.send()}>
            {text('candidate.merge.confirm')}
          </SubmitButton>
        )}
      </Box>
    </>
  )
}
