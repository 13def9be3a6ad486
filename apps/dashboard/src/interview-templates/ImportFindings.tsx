import type { EntryFate, TemplateImport } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ApiProblem } from '../api/problem.ts'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { Section } from '../components/Section.tsx'
import { formatList } from '../i18n/formats.ts'
import { type Text, type TextKey, useText } from '../i18n/text.ts'

const list = { m: 0, pl: 2.5, '& > li + li': { mt: 0.5 }, overflowWrap: 'anywhere' } as const

const fates = ['added', 'put_otherwise'] as const

const fieldName = (text: Text, field: string): string => text(`templateDiff.field.${field}` as TextKey)

const Fields = ({ words, fields }: { words: TextKey; fields: readonly string[] }) => {
  const text = useText()
  if (fields.length === 0) return null
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {` – ${text(words, { fields: formatList(fields.map((field) => fieldName(text, field))) })}`}
    </Box>
  )
}

const Entries = ({ entries }: { entries: readonly EntryFate[] }) => {
  const text = useText()
  return (
    <Box component="ul" sx={list}>
      {entries.map(({ what, ref, name, fields, kept }) => (
        <li key={`${what} ${ref}`}>
          {`${text(`templateImport.what.${what}`)}: ${name}`}
          <Fields words="templateImport.fields" fields={fields} />
          <Fields words="templateImport.kept" fields={kept} />
        </li>
      ))}
    </Box>
  )
}

/** Nothing to do about these: they are counted, and listed when asked for. */
const Unchanged = ({ entries }: { entries: readonly EntryFate[] }) => {
  const text = useText()
  if (entries.length === 0) return null
  return (
    <Box component="details" sx={{ mt: 2, '&:first-of-type': { mt: 0 } }}>
      <Typography variant="subtitle2" component="summary" sx={{ cursor: 'pointer' }}>
        {`${text('templateImport.fate.same')} (${entries.length})`}
      </Typography>
      <Entries entries={entries} />
    </Box>
  )
}

const Fates = ({ fate, entries }: { fate: EntryFate['fate']; entries: readonly EntryFate[] }) => {
  const text = useText()
  if (entries.length === 0) return null
  return (
    <Box sx={{ mt: 2, '&:first-of-type': { mt: 0 } }}>
      <Typography variant="subtitle2" component="h3">
        {`${text(`templateImport.fate.${fate}`)} (${entries.length})`}
      </Typography>
      <Entries entries={entries} />
    </Box>
  )
}

const Sentences = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <Box sx={{ mt: 2 }}>
    <Typography variant="subtitle2" component="h3">
      {title}
    </Typography>
    <Box component="ul" sx={list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Box>
  </Box>
)

const Found = ({ result }: { result: TemplateImport }) => {
  const text = useText()
  const { problems, fates: all, differences, gaps } = result
  const { name, ...others } = problems
  // What is wrong with the name stands at its field.
  const elsewhere = Object.values(others)
  const isBlocked = name !== undefined || elsewhere.length > 0
  return (
    <>
      {elsewhere.length > 0 && (
        <Box sx={{ mb: 2 }}>
          <Notice kind="warning" title={text('templateImport.problems')}>
            <Box component="ul" sx={list}>
              {elsewhere.map((because) => (
                <li key={because}>{because}</li>
              ))}
            </Box>
          </Notice>
        </Box>
      )}
      {fates.map((fate) => (
        <Fates key={fate} fate={fate} entries={all.filter((one) => one.fate === fate)} />
      ))}
      <Unchanged entries={all.filter(({ fate }) => fate === 'same')} />
      {differences.length > 0 && (
        <Typography sx={{ mt: 2 }}>
          {text('templateImport.differences', { smart_count: differences.length })}
        </Typography>
      )}
      {!isBlocked && gaps.length === 0 && (
        <Typography sx={{ mt: 2 }}>{text('templateImport.noGaps')}</Typography>
      )}
      {gaps.length > 0 && (
        <Sentences title={text('templateImport.gaps')} sentences={gaps.map(({ because }) => because)} />
      )}
    </>
  )
}

interface ImportFindingsProps {
  result: TemplateImport | null
  problem: ApiProblem | null
  trying: boolean
}

/** A refused file says at which place, and why: a name alone helps nobody who wrote it. */
const Refused = ({ problem }: { problem: ApiProblem }) => {
  const text = useText()
  const errors = Object.entries(problem.body.errors ?? {})
  if (errors.length === 0) return <ProblemNotice problem={problem} />
  return (
    <Notice kind="error" title={text('templateImport.refused')}>
      <Box component="ul" sx={list}>
        {errors.slice(0, 20).map(([field, because]) => (
          <li key={field}>{`${field.replace(/^file\./, '')}: ${because}`}</li>
        ))}
      </Box>
    </Notice>
  )
}

/** What the dry run told. While it is tried again the last answer stays in sight. */
export const ImportFindings = ({ result, problem, trying }: ImportFindingsProps) => {
  const text = useText()
  return (
    <Section title={text('templateImport.findings')} about={text('templateImport.findingsAbout')}>
      <Box aria-busy={trying} aria-live="polite" sx={{ opacity: trying ? 0.6 : 1 }}>
        {problem && <Refused problem={problem} />}
        {!problem && result && <Found result={result} />}
        {!problem && !result && <PageLoading />}
      </Box>
    </Section>
  )
}
