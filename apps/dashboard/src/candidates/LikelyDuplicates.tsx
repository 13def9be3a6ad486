import type { LikelyDuplicates as Found, LikelyDuplicatesOf } from '@assay/contracts'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { Notice } from '../components/Notice.tsx'
import { useText } from '../i18n/text.ts'
import type { CandidateForm, ContactPart } from './candidate-form.ts'
import { candidateAddress, useLikelyDuplicates } from './candidate-requests.ts'
import { OutLink } from './OutLink.tsx'
import { useOccupation } from './useOccupation.ts'
import { usePaused } from '../components/usePaused.ts'

const PLACE = 'likely-duplicates'

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

/** Who may be the same person as what is typed. `exceptId` is who is being changed: no duplicate of themselves. */
export const useLikely = (form: CandidateForm, exceptId?: string): Found => {
  const wanted = useQuestion(form, exceptId)
  const { name, emails, phones, links } = wanted
  const isAsked = name !== undefined || emails.length + phones.length + links.length > 0
  const { data } = useLikelyDuplicates(isAsked ? wanted : null)
  return isAsked ? (data ?? []) : []
}

/** Beside the save button, which is always in sight: the warning stands where the form ends. */
export const LikelyNote = ({ found, children }: { found: Found; children: string }) => {
  const text = useText()
  if (found.length === 0) return children
  return (
    <>
      {children}{' '}
      <Link
        component="button"
        type="button"
        onClick={() => document.querySelector<HTMLElement>(`#${PLACE}`)?.focus()}
        sx={{ font: 'inherit', verticalAlign: 'baseline', textAlign: 'left' }}
      >
        {text('candidate.likely.note', { smart_count: found.length })}
      </Link>
    </>
  )
}

/** Who may be the same person, and why, while it is typed. Nothing is refused for it. */
export const LikelyDuplicates = ({ found }: { found: Found }) => {
  const text = useText()
  if (found.length === 0) return null
  return (
    <Box id={PLACE} tabIndex={-1} sx={{ mb: 3, scrollMargin: '160px' }}>
      <Notice kind="warning" title={text('candidate.likely.title')}>
        <Box component="ul" sx={{ m: 0, my: 1, pl: 2.5, display: 'grid', gap: 0.75 }}>
          {found.map((one) => (
            <OneOf key={one.id} found={one} />
          ))}
        </Box>
        {text('candidate.likely.go')}
      </Notice>
    </Box>
  )
}
