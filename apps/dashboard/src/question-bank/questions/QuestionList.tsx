import { type Question, jobLevels } from '@assay/contracts'
import { useListContext } from 'ra-core'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { useText } from '../../i18n/text.ts'
import { useAreas, useChoices, useNames } from '../bank-names.ts'
import { BankList } from '../BankList.tsx'
import { EntryLink } from '../EntryLink.tsx'
import { QuestionFacts } from './QuestionFacts.tsx'

/** The tags of the questions in sight: choosing narrows on and on, and taking it off shows all again. */
const TagFilter = () => {
  const text = useText()
  const { data = [], filterValues } = useListContext<Question>()
  const { tag } = filterValues as { tag?: string }
  const tags = new Set([...data.flatMap((question) => question.tags), ...(tag ? [tag] : [])])
  return (
    <FilterChoice
      field="tag"
      label={text('bank.field.tag')}
      options={[...tags].sort().map((value) => ({ value, label: value }))}
    />
  )
}

const Filters = () => {
  const text = useText()
  return (
    <>
      <FilterChoice
        field="competencyId"
        label={text('bank.field.competency')}
        options={useChoices('competencies')}
      />
      <FilterChoice
        field="level"
        label={text('bank.field.level')}
        options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
      />
      <FilterChoice field="area" label={text('bank.field.area')} options={useAreas()} />
      <TagFilter />
    </>
  )
}

const primaryOf = ({ competencies }: Question): string[] =>
  competencies.filter(({ informs }) => informs === 'primary').map(({ competencyId }) => competencyId)

const QuestionItem = ({ row: question }: { row: Question }) => {
  const primary = primaryOf(question)
  const nameOf = useNames('competencies', primary)
  return (
    <EntryLink
      resource="questions"
      row={question}
      title={question.title}
      aside={<QuestionFacts row={question} />}
    >
      {primary.map(nameOf).join(' · ')}
    </EntryLink>
  )
}

export const QuestionList = () => (
  <BankList<Question> resource="questions" nameField="title" filters={<Filters />} Item={QuestionItem} />
)
