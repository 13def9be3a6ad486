import { jobLevels, MAX_QUESTIONS, versionQuestion, type Question } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Choice, type Option } from '../../components/Choice.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { useAreas, useChoices } from '../../question-bank/bank-names.ts'
import { levelSpan } from '../../question-bank/job-levels.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { addQuestions, type DraftSection } from '../draft/draft-edits.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'
import { PickDialog } from './PickDialog.tsx'
import { useBankSearch } from './useBankSearch.ts'

type Filter = Record<'competencyId' | 'level' | 'area', string>

const useFilters = (filter: Filter, setFilter: (filter: Filter) => void) => {
  const text = useText()
  const competencies = useChoices('competencies')
  const areas = useAreas()
  const levels = jobLevels.map((level) => ({ value: level, label: text(`jobLevel.${level}`) }))
  const choice = (name: keyof Filter, label: string, options: readonly Option[]) => (
    <Choice
      size="small"
      label={label}
      value={filter[name]}
      options={[{ value: '', label: text('templateEditor.pick.any') }, ...options]}
      onChange={({ target }) => setFilter({ ...filter, [name]: target.value })}
    />
  )
  return (
    <>
      {choice('competencyId', text('bank.field.competency'), competencies)}
      {choice('level', text('bank.field.level'), levels)}
      {choice('area', text('bank.field.area'), areas)}
    </>
  )
}

const Found = ({ question }: { question: Question }) => {
  const text = useText()
  const names = new Map(useChoices('competencies').map(({ value, label }) => [value, label]))
  const about = question.competencies.flatMap(({ competencyId }) => names.get(competencyId) ?? [])
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <Box sx={{ fontWeight: 600, flexGrow: 1, minWidth: 0 }}>{question.title}</Box>
        <Typography variant="body2" component="span" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
          {text('interviewPreview.minutes', { smart_count: question.minutes })}
        </Typography>
      </Box>
      <Typography variant="body2" component="div" sx={{ maxWidth: '80ch' }}>
        <Prose>{question.prompt}</Prose>
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        {[levelSpan(question.levels, text), ...about].join(' · ')}
      </Typography>
    </>
  )
}

/** Questions of the bank for one section. */
export const QuestionPicker = ({ section, onClose }: { section: DraftSection; onClose: () => void }) => {
  const text = useText()
  const { step, snapshot } = useDraftEngine()
  const { follow } = useFollowing()
  const [filter, setFilter] = useState<Filter>({ competencyId: '', level: '', area: '' })
  const search = useBankSearch<Question>({ resource: 'questions', sort: 'title', filter })
  const filters = useFilters(filter, setFilter)
  const { sections } = snapshot().draft
  const usedIn = ({ id }: Question): string | null => {
    const within = sections.find(({ questions }) => questions.some((asked) => asked.questionId === id))
    return within ? text('templateEditor.pick.usedIn', { section: within.title }) : null
  }
  const pick = (questions: Question[]) => {
    const ids = questions.map(({ id }) => id)
    const said = text('templateEditor.added', { smart_count: ids.length, name: section.title })
    follow(ids[0] ?? '', 'edit', said)
    step(addQuestions(section.id, ids), { questions: questions.map((one) => versionQuestion.parse(one)) })
  }
  return (
    <PickDialog
      title={text('templateEditor.pick.questions', { section: section.title })}
      none={text('templateEditor.pick.none')}
      search={search}
      filters={filters}
      usedIn={usedIn}
      room={MAX_QUESTIONS - sections.reduce((sum, { questions }) => sum + questions.length, 0)}
      onPick={pick}
      onClose={onClose}
    >
      {(question) => <Found question={question} />}
    </PickDialog>
  )
}
