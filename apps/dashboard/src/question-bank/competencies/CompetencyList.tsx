import type { Competency } from '@assay/contracts'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { useText } from '../../i18n/text.ts'
import { useAreas } from '../bank-names.ts'
import { BankList } from '../BankList.tsx'
import { EntryLink } from '../EntryLink.tsx'
import { firstSentence } from '../first-sentence.ts'
import { CompetencyFacts } from './CompetencyReading.tsx'

const AreaFilter = () => {
  const text = useText()
  return <FilterChoice field="area" label={text('bank.field.area')} options={useAreas()} />
}

const CompetencyItem = ({ row: competency }: { row: Competency }) => (
  <EntryLink
    resource="competencies"
    row={competency}
    title={competency.name}
    aside={<CompetencyFacts row={competency} />}
  >
    {firstSentence(competency.definition)}
  </EntryLink>
)

export const CompetencyList = () => (
  <BankList<Competency>
    resource="competencies"
    nameField="name"
    filters={<AreaFilter />}
    Item={CompetencyItem}
  />
)
