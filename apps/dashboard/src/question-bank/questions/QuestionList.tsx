import { type Question, type QuestionTag, jobLevels } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { useListContext } from 'ra-core'
import { request } from '../../api/request.ts'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { useText } from '../../i18n/text.ts'
import { useAreas, useChoices, useNames } from '../bank-names.ts'
import { BankList } from '../BankList.tsx'
import { EntryLink } from '../EntryLink.tsx'
import { QuestionFacts } from './QuestionFacts.tsx'

/** Tags of the whole bank, and one that was chosen and is there no more: it can still be taken off. */
const TagFilter = () => {
  const text = useText()
  const { filterValues } = useListContext<Question>()
  const { tag } = filterValues as { tag?: string }
  const { data = [] } = useQuery({
    queryKey: ['questions', 'tags'],
    queryFn: async () => (await request<QuestionTag[]>('/questions/tags')).data,
  })
  const tags = new Set([...data.map((one) => one.tag), ...(tag ? [tag] : [])])
  return (
    <FilterChoice
      field="tag"
      label={text('bank.field.tag')}
      options={[...tags].map((value) => ({ value, label: value }))}
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
