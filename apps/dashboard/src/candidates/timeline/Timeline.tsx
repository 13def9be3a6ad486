import type { Candidate, TimelineEntry } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Moment } from '../../components/Moment.tsx'
import { PageLoading } from '../../components/PageLoading.tsx'
import { ProblemState } from '../../components/ProblemState.tsx'
import { Section } from '../../components/Section.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { useTimeline } from './timeline-requests.ts'
import { useEntryWords } from './useEntryWords.ts'

/** Where more of it stands. */
const placeOf = (entry: TimelineEntry): { to: string; job: string } | null => {
  if (entry.about === 'application') {
    return { to: `/applications/${entry.application.id}`, job: entry.application.jobTitle }
  }
  if (entry.about === 'interview') {
    return { to: `/interviews/${entry.interview.id}`, job: entry.interview.jobTitle }
  }
  return null
}

const row = {
  listStyle: 'none',
  pl: 2,
  pb: 2,
  borderLeft: 2,
  borderColor: 'divider',
  overflowWrap: 'anywhere',
} as const

const Entry = ({ entry, words }: { entry: TimelineEntry; words: string }) => {
  const text = useText()
  const place = placeOf(entry)
  const { at, by } = entry
  return (
    <Box component="li" sx={row}>
      <Box sx={{ fontWeight: 600 }}>{words}</Box>
      {entry.about === 'application' && entry.reason && <div>{entry.reason}</div>}
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        <Moment at={at} />
        {by && ` · ${text('timeline.by', { name: by.name })}`}
        {place && (
          <>
            {' · '}
            <TextLink to={place.to}>{place.job}</TextLink>
          </>
        )}
      </Box>
    </Box>
  )
}

const Entries = ({ candidate }: { candidate: Candidate }) => {
  const text = useText()
  const wordsOf = useEntryWords()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(candidate.id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  const entries = data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <Typography color="textSecondary">{text('timeline.none')}</Typography>
  return (
    <>
      <Box component="ol" sx={{ m: 0, p: 0 }}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} words={wordsOf(entry)} />
        ))}
      </Box>
      {hasNextPage && (
        <SubmitButton
          type="button"
          variant="outlined"
          sending={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {text('timeline.more')}
        </SubmitButton>
      )}
    </>
  )
}

/** What happened with somebody: applications, interviews, documents, merges and changes, in one list by time. */
export const Timeline = ({ candidate }: { candidate: Candidate }) => {
  const text = useText()
  return (
    <Section title={text('timeline.title')} about={text('timeline.about')}>
      <Entries candidate={candidate} />
    </Section>
  )
}
