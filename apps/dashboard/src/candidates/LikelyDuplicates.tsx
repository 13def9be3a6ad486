import type { LikelyDuplicates as Found, LikelyDuplicatesOf } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Notice } from '../components/Notice.tsx'
import { useText } from '../i18n/text.ts'
import type { CandidateForm, ContactPart } from './candidate-form.ts'
import { candidateAddress, useLikelyDuplicates } from './candidate-requests.ts'
import { OutLink } from './OutLink.tsx'
import { useOccupation } from './useOccupation.ts'
import { usePaused } from './usePaused.ts'

/** As much of what is typed as the question takes. */
const valuesIn = (form: CandidateForm, part: ContactPart, longest: number): string[] =>
  ((form.watch(part) ?? []) as { value: string }[])
    .map(({ value }) => value.trim())
    .filter((value) => value !== '' && value.length <= longest)

const useQuestion = (form: CandidateForm, exceptId: string | undefined): LikelyDuplicatesOf => {
  const name = ((form.watch('name') as string | undefined) ?? '').trim()
  return usePaused({
    ...(name !== '' && name.length <= 200 && { name }),
    emails: valuesIn(form, 'emails', 254),
    phones: valuesIn(form, 'phones', 40),
    links: valuesIn(form, 'links', 500),
    ...(exceptId !== undefined && { exceptId }),
  })
}

const OneOf = ({ found }: { found: Found[number] }) => {
  const text = useText()
  const occupation = useOccupation(found)
  return (
    <li>
      <OutLink href={candidateAddress(found.id)}>{found.name}</OutLink>
      {[occupation, found.location].filter(Boolean).map((words) => ` · ${words}`)}
      <Box sx={{ fontSize: '0.875rem' }}>
        {found.reasons
          .map(({ same, value }) =>
            text('candidate.likely.reason', { same: text(`candidate.likely.same.${same}`), value }),
          )
          .join(' · ')}
      </Box>
    </li>
  )
}

interface LikelyDuplicatesProps {
  form: CandidateForm
  /** Who is being changed: no duplicate of themselves. */
  exceptId?: string
}

/** Who may be the same person, and why, while it is typed. Nothing is refused for it. */
export const LikelyDuplicates = ({ form, exceptId }: LikelyDuplicatesProps) => {
  const text = useText()
  const wanted = useQuestion(form, exceptId)
  const { name, emails, phones, links } = wanted
  const isAsked = name !== undefined || emails.length + phones.length + links.length > 0
  const { data } = useLikelyDuplicates(isAsked ? wanted : null)
  if (!isAsked || !data || data.length === 0) return null
  return (
    <Box sx={{ mb: 3 }}>
      <Notice kind="warning" title={text('candidate.likely.title')}>
        <Box component="ul" sx={{ m: 0, my: 1, pl: 2.5, display: 'grid', gap: 0.75 }}>
          {data.map((found) => (
            <OneOf key={found.id} found={found} />
          ))}
        </Box>
        {text('candidate.likely.go')}
      </Notice>
    </Box>
  )
}
